using System.Buffers;
using System.Text.Json;
using System.Xml;

namespace Tracking.Benchmarks.Reading;

/// <summary>The least that anybody must do to a message: its tokens, one after the other, nothing kept.</summary>
internal static class BareReader
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, ConformanceLevel = ConformanceLevel.Fragment, XmlResolver = null };

    // The delimiters of the messages here; an envelope may declare others.
    private static readonly SearchValues<byte> Delimiters = SearchValues.Create("*~|'+:/\r\n"u8);

    public static int Count(byte[] message) => message.AsSpan().TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF, .. " \t\r\n"u8]) switch
    {
        [(byte)'{' or (byte)'[', ..] => Json(message),
        [(byte)'<', ..] => Xml(message),
        _ => Delimited(message),
    };

    /// <summary>Whether it gets through to the end.</summary>
    public static bool Reads(byte[] message)
    {
        try
        {
            return Count(message) > 0;
        }
        catch (Exception fault) when (fault is JsonException or XmlException)
        {
            return false;
        }
    }

    private static int Json(ReadOnlySpan<byte> message)
    {
        var tokens = 0;
        for (var reader = new Utf8JsonReader(message.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])); reader.Read(); tokens++)
        {
        }

        return tokens;
    }

    private static int Xml(byte[] message)
    {
        var tokens = 0;
        using var reader = XmlReader.Create(new MemoryStream(message), Settings);
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    private static int Delimited(ReadOnlySpan<byte> message)
    {
        var tokens = 0;
        for (int end; (end = message.IndexOfAny(Delimiters)) >= 0; tokens++)
        {
            message = message[(end + 1)..];
        }

        return tokens;
    }
}
