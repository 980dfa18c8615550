using System.Text;
using System.Text.Json;
using System.Xml;

namespace Tracking.Formats.Carriers.Payloads;

/// <summary>Reads JSON or XML into one kind of tree, within bounds.</summary>
internal static class PayloadTree
{
    /// <summary>The most parts of a message.</summary>
    public const int MostParts = 250_000;

    /// <summary>How deep they may be nested.</summary>
    public const int Depth = 64;

    private const string TooManyParts = "has more parts than a message may have";

    /// <summary>Reads a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="fault">What is wrong with it; null where nothing is.</param>
    /// <returns>The root; null where the bytes are neither JSON nor XML.</returns>
    public static PayloadNode? Read(ReadOnlyMemory<byte> message, out string? fault)
    {
        var bytes = message.Span;
        bytes = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? bytes[3..] : bytes;
        bytes = bytes.TrimStart(" \t\r\n"u8);
        fault = null;
        try
        {
            switch (bytes.IsEmpty ? 0 : bytes[0])
            {
                case (byte)'{' or (byte)'[':
                    return Json(bytes, out fault);
                case (byte)'<':
                    return Xml(message[(message.Length - bytes.Length)..], out fault);
                default:
                    fault = "is neither JSON nor XML";
                    return null;
            }
        }
        catch (Exception exception) when (exception is JsonException or XmlException)
        {
            fault = $"cannot be read: {Where(exception)}";
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            // Text that is not in the encoding that it says it is.
            fault = "has text that is not in its encoding";
        }

        return null;
    }

    private static string Where(Exception exception) => exception switch
    {
        JsonException json => $"no JSON at line {json.LineNumber + 1}, byte {json.BytePositionInLine + 1}",
        XmlException xml => $"no XML at line {xml.LineNumber}, column {xml.LinePosition}",
        _ => exception.GetType().Name,
    };

    private static PayloadNode? Json(ReadOnlySpan<byte> bytes, out string? fault)
    {
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Depth });
        var root = new PayloadNode("", null, 0);
        var left = MostParts;
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            Members(ref reader, root, ref left);
        }
        else
        {
            Value(ref reader, root, "item", ref left);
        }

        reader.Read();
        fault = left < 0 ? TooManyParts : null;
        return left < 0 ? null : root;
    }

    private static void Members(ref Utf8JsonReader reader, PayloadNode into, ref int left)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            Value(ref reader, into, name, ref left);
        }
    }

    /// <summary>Reads a value as a part; the items of an array each as a part with the array's name.</summary>
    private static void Value(ref Utf8JsonReader reader, PayloadNode into, string name, ref int left)
    {
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                Value(ref reader, into, name, ref left);
            }
        }
        else if (--left < 0)
        {
            // Read on, so that what comes after is still known to be JSON, but keep nothing.
            reader.Skip();
        }
        else if (reader.TokenType == JsonTokenType.StartObject)
        {
            Members(ref reader, into.Add(name), ref left);
        }
        else if (reader.TokenType != JsonTokenType.Null)
        {
            into.Add(name).Text = Clean(Scalar(ref reader));
        }
    }

    private static string Scalar(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString()!,
        _ => Encoding.ASCII.GetString(reader.ValueSpan),
    };

    private static PayloadNode? Xml(ReadOnlyMemory<byte> bytes, out string? fault)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = bytes.Length + 1L,
        };
        using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray(), writable: false), settings);
        var root = new PayloadNode("", null, 0);
        var open = new Stack<PayloadNode>([root]);
        var left = MostParts;
        fault = null;
        while (reader.Read())
        {
            left -= 1 + (reader.NodeType == XmlNodeType.Element ? reader.AttributeCount : 0);
            if (left < 0 || reader.Depth > Depth)
            {
                fault = left < 0 ? TooManyParts : "is nested deeper than a message may be";
                return null;
            }

            Step(reader, open);
        }

        return root;
    }

    private static void Step(XmlReader reader, Stack<PayloadNode> open)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var node = open.Peek().Add(reader.LocalName);
                var empty = reader.IsEmptyElement;
                for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
                {
                    node.Add("@" + reader.LocalName).Text = Clean(reader.Value);
                }

                if (!empty)
                {
                    open.Push(node);
                }

                break;
            case XmlNodeType.EndElement:
                open.Pop();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA:
                open.Peek().Text = Clean(open.Peek().Text is { } before ? $"{before} {reader.Value}" : reader.Value);
                break;
        }
    }

    private static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return text.AsSpan().IndexOfAny('\n', '\t', '\r') < 0 && !text.Contains("  ", StringComparison.Ordinal)
            ? text.Trim()
            : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
