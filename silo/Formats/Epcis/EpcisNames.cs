using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Tracking.Formats.Gs1;
using Tracking.Formats.Json;

namespace Tracking.Formats.Epcis;

/// <summary>URIs by which things are found again: of a GS1 key always the same one, whichever way it was written.</summary>
public static class EpcisNames
{
    /// <summary>The one form of an EPC.</summary>
    /// <param name="uri">EPC URN, Digital Link or any other URI.</param>
    public static string Of(string uri) => Gs1Key.TryParse(uri, out var key) ? key.ToDigitalLink() : uri;

    /// <summary>A word of the vocabulary without the beginning of its URN or web address; anything else as it is.</summary>
    /// <param name="word">The word.</param>
    public static string Short(string word) => Vocabulary.Short(word);

    /// <summary>What is wrong with a time of ISO 8601; null where it is one.</summary>
    /// <param name="text">The time, with its offset.</param>
    /// <param name="microseconds">Microseconds since 1970 UTC.</param>
    public static string? TimeFault(string text, out long microseconds)
    {
        var fault = IsoTime.Read(Encoding.UTF8.GetBytes(text), out var time);
        microseconds = time.Microseconds;
        return fault;
    }

    /// <summary>The EPCs that a kept event names, in the form in which it names them.</summary>
    /// <param name="payload">The event as JSON.</param>
    public static ImmutableArray<string> EpcsOf(ReadOnlyMemory<byte> payload)
    {
        using var one = JsonDocument.Parse(payload, new JsonDocumentOptions { MaxDepth = 128 });
        var epcs = ImmutableArray.CreateBuilder<string>();
        foreach (var list in (ReadOnlySpan<string>)["epcList", "childEPCs", "inputEPCList", "outputEPCList"])
        {
            if (one.RootElement.TryGetProperty(list, out var items))
            {
                epcs.AddRange(items.EnumerateArray().Select(i => i.GetString()!));
            }
        }

        if (one.RootElement.TryGetProperty("parentID", out var parent))
        {
            epcs.Add(parent.GetString()!);
        }

        return epcs.ToImmutable();
    }

    /// <summary>The one form of a business transaction with or without its type.</summary>
    /// <param name="type">The type in any form; null for any type.</param>
    /// <param name="transaction">The transaction.</param>
    public static string Transaction(string? type, string transaction)
    {
        if (type is null)
        {
            return transaction;
        }

        var at = Math.Max(type.LastIndexOf("btt:", StringComparison.Ordinal), type.LastIndexOf("BTT-", StringComparison.Ordinal));
        return $"{(at < 0 ? type : type[(at + 4)..])} {transaction}";
    }
}
