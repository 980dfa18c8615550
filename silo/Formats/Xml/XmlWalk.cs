using System.Text;
using System.Xml;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Xml;

/// <summary>What is told about the elements of a document.</summary>
internal interface IXmlVisitor
{
    /// <summary>An element begins.</summary>
    /// <param name="path">Local names from the root, parted by slashes.</param>
    /// <param name="line">Line from 1.</param>
    void Open(ReadOnlySpan<char> path, int line);

    /// <summary>A text was read: of an element without elements in it, or of an attribute, whose name begins with @.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="text">Its text, never empty, cut to what a fact may carry.</param>
    /// <param name="line">Line from 1.</param>
    void Leaf(ReadOnlySpan<char> path, string text, int line);

    /// <summary>An element ends.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="line">Line from 1.</param>
    void Close(ReadOnlySpan<char> path, int line);
}

/// <summary>Walks once over XML, also over several documents one after the other. No DTD, no entity, nothing from outside.</summary>
internal static class XmlWalk
{
    private const int Deepest = 64;
    private const int LongestText = 512;
    private const int LongestName = 128;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    /// <summary>Whether the bytes begin like XML.</summary>
    public static bool Begins(ReadOnlySpan<byte> message)
    {
        var text = (message.StartsWith("\uFEFF"u8) ? message[3..] : message).TrimStart(" \t\r\n"u8);
        return text.Length > 3 && text[0] == '<' && (text[1] is (byte)'?' or (byte)'!' or (byte)'_' || char.IsAsciiLetter((char)text[1]));
    }

    /// <summary>Walks; complains where the XML is not well formed and goes on with the next document.</summary>
    public static void Run(ReadOnlyMemory<byte> message, IXmlVisitor visitor, Findings findings)
    {
        var (rest, lines) = (message, 0);
        while (!rest.IsEmpty)
        {
            // Another document begins with another declaration.
            var next = rest.Span[1..].IndexOf("<?xml "u8);
            var document = next < 0 ? rest : rest[..(next + 1)];
            RunDocument(document, lines, visitor, findings);
            lines += document.Span.Count((byte)'\n');
            rest = next < 0 ? default : rest[(next + 1)..];
        }
    }

    private static void RunDocument(ReadOnlyMemory<byte> document, int linesBefore, IXmlVisitor visitor, Findings findings)
    {
        if (document.Span.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return;
        }

        try
        {
            using var reader = XmlReader.Create(Open(document), Settings);
            var walk = new Walk(reader, visitor, linesBefore);
            while (reader.Read())
            {
                if (!walk.Take())
                {
                    findings.Complain($"line {walk.Line}", $"is nested deeper than {Deepest} elements", "Send the notification as its schema has it.");
                    return;
                }
            }
        }
        catch (XmlException exception)
        {
            findings.Complain($"line {linesBefore + Math.Max(1, exception.LineNumber)}", "is not well-formed XML: the document breaks off here", "Send the whole document as it was received, without a DTD.");
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // An encoding that is declared and not known.
            findings.Complain($"line {linesBefore + 1}", "declares an encoding that is not known here", "Send UTF-8.");
        }
    }

    // The declaration may stand below blank lines when documents were put together by hand.
    private static MemoryStream Open(ReadOnlyMemory<byte> document)
    {
        var blank = document.Length - document.Span.TrimStart(" \t\r\n"u8).Length;
        var text = document[blank..];
        return System.Runtime.InteropServices.MemoryMarshal.TryGetArray(text, out var segment)
            ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
            : new MemoryStream(text.ToArray());
    }

    private sealed class Walk(XmlReader reader, IXmlVisitor visitor, int linesBefore)
    {
        private readonly StringBuilder _path = new();
        private readonly StringBuilder _text = new();
        private readonly Stack<int> _starts = new();
        private readonly IXmlLineInfo? _lines = reader as IXmlLineInfo;
        private bool _leaf;

        public int Line => linesBefore + Math.Max(1, _lines?.LineNumber ?? 1);

        public bool Take()
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    return Begin();
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    if (_text.Length < LongestText)
                    {
                        _text.Append(reader.Value.AsSpan(0, Math.Min(reader.Value.Length, LongestText)));
                    }

                    break;
                case XmlNodeType.EndElement:
                    End();
                    break;
            }

            return true;
        }

        private bool Begin()
        {
            if (_starts.Count >= Deepest)
            {
                return false;
            }

            var empty = reader.IsEmptyElement;
            Push(reader.LocalName);
            visitor.Open(_path.ToString(), Line);
            while (reader.MoveToNextAttribute())
            {
                if (reader.Prefix != "xmlns" && reader.LocalName != "xmlns" && Texts.Cut(reader.Value, LongestText) is { } value)
                {
                    visitor.Leaf($"{_path}/@{Short(reader.LocalName)}", value, Line);
                }
            }

            _text.Clear();
            _leaf = true;
            if (empty)
            {
                End();
            }

            return true;
        }

        private void End()
        {
            var path = _path.ToString();
            if (_leaf && Texts.Cut(_text.ToString(), LongestText) is { } text)
            {
                visitor.Leaf(path, text, Line);
            }

            visitor.Close(path, Line);
            _path.Length = _starts.Pop();
            _text.Clear();
            _leaf = false;
        }

        private void Push(string name)
        {
            _starts.Push(_path.Length);
            _path.Append(_path.Length == 0 ? "" : "/").Append(Short(name));
        }

        private static string Short(string name) => name.Length <= LongestName ? name : name[..LongestName];
    }
}
