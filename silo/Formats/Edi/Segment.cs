using System.Globalization;
using System.Text;
using System.Text.Unicode;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Edi;

/// <summary>A segment; its elements are looked for when they are asked for. Element 1 is the first after the tag.</summary>
internal readonly ref struct Segment(ReadOnlySpan<byte> bytes, Delimiters delimiters, int number)
{
    private const int LongestText = 512;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly Delimiters _delimiters = delimiters;

    /// <summary>Which segment of the interchange it is, from 1.</summary>
    public int Number { get; } = number;

    /// <summary>The characters that part it.</summary>
    public Delimiters Delimiters => _delimiters;

    /// <summary>The tag.</summary>
    public ReadOnlySpan<byte> Tag => Component(Element(0), 0);

    /// <summary>Where it stands, for complaints and evidence: <c>segment 12 AT7</c>.</summary>
    public string Where => string.Create(CultureInfo.InvariantCulture, $"segment {Number} {TagText}");

    /// <summary>The tag as text, at most 6 characters.</summary>
    public string TagText => Tag.Length <= 6 && Ascii.IsValid(Tag) ? Texts.Cut(Encoding.ASCII.GetString(Tag), 6) ?? "" : "?";

    /// <summary>Whether it has a tag.</summary>
    public bool Is(ReadOnlySpan<byte> tag) => Tag.SequenceEqual(tag);

    /// <summary>The bytes of an element with its components; empty where it is absent.</summary>
    public ReadOnlySpan<byte> Element(int index) => Part(_bytes, _delimiters.Element, index);

    /// <summary>The text of a component of an element, without line ends and blanks around it; null where it is absent or empty.</summary>
    /// <param name="element">The element, from 1.</param>
    /// <param name="component">The component, from 0.</param>
    public string? Text(int element, int component = 0) => TextOf(Component(Element(element), component));

    /// <summary>The text of a whole element whatever is in it.</summary>
    /// <param name="element">The element, from 1.</param>
    public string? WholeText(int element) => TextOf(Element(element));

    /// <summary>The segment as text, cut to what a fact may carry.</summary>
    public string? Text() => TextOf(_bytes);

    /// <summary>A whole number in an element; null where there is none that can be read.</summary>
    /// <param name="element">The element, from 1.</param>
    public int? Whole(int element) => int.TryParse(Text(element), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>Whether the character at an index is released by those before it.</summary>
    internal static bool IsReleased(ReadOnlySpan<byte> bytes, int at, byte release)
    {
        var before = 0;
        while (at - before > 0 && bytes[at - before - 1] == release)
        {
            before++;
        }

        return (before & 1) == 1;
    }

    private ReadOnlySpan<byte> Component(ReadOnlySpan<byte> element, int index) => Part(element, _delimiters.Component, index);

    private ReadOnlySpan<byte> Part(ReadOnlySpan<byte> bytes, byte separator, int index)
    {
        while (true)
        {
            var end = FindEnd(bytes, separator);
            if (index-- == 0)
            {
                return end < 0 ? bytes : bytes[..end];
            }

            if (end < 0)
            {
                return default;
            }

            bytes = bytes[(end + 1)..];
        }
    }

    private int FindEnd(ReadOnlySpan<byte> bytes, byte separator)
    {
        if (_delimiters.Release == 0)
        {
            return bytes.IndexOf(separator);
        }

        for (var from = 0; ;)
        {
            var at = bytes[from..].IndexOf(separator);
            if (at < 0 || !IsReleased(bytes, from + at, _delimiters.Release))
            {
                return at < 0 ? -1 : from + at;
            }

            from += at + 1;
        }
    }

    private string? TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        bytes = bytes.Length > 4 * LongestText ? bytes[..(4 * LongestText)] : bytes;
        if (bytes.IndexOfAny(_delimiters.Release, (byte)'\r', (byte)'\n') >= 0)
        {
            bytes = Unescape(bytes);
        }

        return Texts.Cut(Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : Encoding.Latin1.GetString(bytes), LongestText);
    }

    // Without release characters, and without line ends that are only there for the eye.
    private byte[] Unescape(ReadOnlySpan<byte> bytes)
    {
        var kept = new byte[bytes.Length];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_delimiters.Release != 0 && bytes[i] == _delimiters.Release && i + 1 < bytes.Length)
            {
                i++;
            }
            else if (bytes[i] is (byte)'\r' or (byte)'\n')
            {
                continue;
            }

            kept[length++] = bytes[i];
        }

        return kept[..length];
    }
}
