using System.Text.Json;
using Tracking.Contracts.Facts;

namespace Tracking.Formats.Json;

/// <summary>Reads one kind of fact from JSON. Has no state: one reader serves everybody.</summary>
public abstract class FactReader
{
    private protected FactReader(string kind, NameTable names)
    {
        Kind = kind;
        Names = names;
    }

    /// <summary>What it reads, in the singular: scan, manifest, dispatch or decision.</summary>
    public string Kind { get; }

    /// <summary>The names of the fields that are known.</summary>
    public IReadOnlyList<string> Fields => Names.Names;

    private protected NameTable Names { get; }

    /// <summary>Reads one item.</summary>
    /// <param name="utf8">The item's bytes, nothing but white space around it.</param>
    /// <param name="reception">When and from whom it came.</param>
    /// <param name="index">Its index in an array, with which the paths of complaints begin; negative where it stands alone.</param>
    public FactReading Read(ReadOnlySpan<byte> utf8, in Reception reception, int index = -1)
    {
        if (utf8.Length > Limits.ItemBytes)
        {
            return TooLong(index);
        }

        // What is plainly no object is told apart without an exception, which would cost more than reading it.
        var text = utf8.TrimEnd(" \t\r\n"u8);
        if (text.IsEmpty || text[^1] != '}')
        {
            return FactReading.BrokenBy(new Complaint(
                PathOf(index),
                text.IsEmpty ? "is empty" : $"is not a JSON object, or breaks off at byte {utf8.Length + 1} of the item",
                $"Send each {Kind} as one whole JSON object."));
        }

        var item = new JsonItem(text, index);
        try
        {
            if (!item.BeginItem())
            {
                return item.Rejected();
            }

            var fact = ReadFact(ref item, reception);
            item.EndItem();
            return item.HasComplaints || fact is null ? item.Rejected() : FactReading.Of(fact);
        }
        catch (JsonException exception)
        {
            item.NotJson(text, exception);
            return item.Rejected(broken: true);
        }
    }

    /// <summary>The answer to an item that is longer than <see cref="Limits.ItemBytes"/>, of which nobody keeps the bytes.</summary>
    /// <param name="index">Its index in an array; negative where it stands alone.</param>
    public FactReading TooLong(int index = -1) => FactReading.BrokenBy(new Complaint(
        PathOf(index),
        $"is longer than {Limits.ItemBytes} bytes",
        $"Send at most {Limits.ItemBytes} bytes for one {Kind}."));

    private protected abstract Fact? ReadFact(ref JsonItem item, in Reception reception);

    private static string PathOf(int index) => index < 0 ? "" : $"/{index}";
}
