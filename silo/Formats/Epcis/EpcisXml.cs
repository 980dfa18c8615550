using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;

namespace Tracking.Formats.Epcis;

/// <summary>Turns the XML of EPCIS 1.2 and 2.0 into the JSON of 2.0, so that one set of rules reads both.</summary>
internal static class EpcisXml
{
    private const int Depth = 64;

    private static readonly string[] Uris = ["epcList", "childEPCs", "inputEPCList", "outputEPCList"];
    private static readonly string[] Quantities = ["quantityList", "childQuantityList", "inputQuantityList", "outputQuantityList"];

    /// <summary>Reads XML, within bounds; throws <see cref="XmlException"/> where it is none.</summary>
    public static XElement Load(ReadOnlyMemory<byte> message)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, MaxCharactersInDocument = message.Length + 1L };
        using var reader = XmlReader.Create(new MemoryStream(message.ToArray(), writable: false), settings);
        return XElement.Load(reader);
    }

    /// <summary>The events of a document, or the one that the message is, in their order.</summary>
    public static IEnumerable<XElement> Events(XElement root)
    {
        if (root.Name.LocalName.EndsWith("Event", StringComparison.Ordinal))
        {
            return [root];
        }

        // 1.2 wraps the events that came later into an extension.
        return root.Descendants().Where(e => e.Name.LocalName == "EventList")
            .SelectMany(list => list.Elements())
            .SelectMany(e => e.Name.LocalName == "extension" && IsStandard(e.Name) ? Unwrapped(e) : [e]);
    }

    /// <summary>Whether the time of an event comes after its action, which the schema of 2.0 forbids.</summary>
    public static bool IsOutOfOrder(XElement one)
    {
        var action = false;
        foreach (var part in one.Elements())
        {
            if (part.Name.LocalName == "eventTime")
            {
                return action;
            }

            action |= part.Name.LocalName == "action";
        }

        return false;
    }

    /// <summary>An event as JSON.</summary>
    public static JsonObject ToJson(XElement one)
    {
        var json = new JsonObject { ["type"] = one.Name.LocalName };
        Parts(one, json, 0);
        return json;
    }

    /// <summary>The namespaces that a document declares beside the standard's, as a context of JSON-LD; null where there are none.</summary>
    public static string? NamespacesOf(XElement root)
    {
        var own = new JsonObject();
        foreach (var declared in root.DescendantsAndSelf().SelectMany(e => e.Attributes()).Where(a => a.IsNamespaceDeclaration && a.Name.LocalName != "xmlns"))
        {
            if (!declared.Value.StartsWith("urn:epcglobal:", StringComparison.Ordinal) && !declared.Value.StartsWith("http://www.w3.org/", StringComparison.Ordinal))
            {
                own[declared.Name.LocalName] = declared.Value;
            }
        }

        return own.Count == 0 ? null : new JsonArray(own).ToJsonString();
    }

    private static IEnumerable<XElement> Unwrapped(XElement extension) =>
        extension.Elements().SelectMany(e => e.Name.LocalName == "extension" && IsStandard(e.Name) ? e.Elements() : [e]);

    private static void Parts(XElement from, JsonObject into, int depth)
    {
        foreach (var part in from.Elements())
        {
            var name = part.Name.LocalName;
            if (!IsStandard(part.Name))
            {
                into[Prefixed(part)] = Free(part, depth + 1);
            }
            else if (name is "extension" or "baseExtension" && depth < Depth)
            {
                Parts(part, into, depth + 1);
            }
            else
            {
                into[name] = Known(name, part, depth);
            }
        }
    }

    private static JsonNode? Known(string name, XElement part, int depth)
    {
        if (Uris.Contains(name))
        {
            return Items(part, e => Text(e));
        }

        if (Quantities.Contains(name))
        {
            return Items(part, Quantity);
        }

        switch (name)
        {
            case "bizTransactionList":
                return Items(part, e => Typed(e, "bizTransaction"));
            case "sourceList":
                return Items(part, e => Typed(e, "source"));
            case "destinationList":
                return Items(part, e => Typed(e, "destination"));
            case "readPoint" or "bizLocation" or "ilmd":
                var inside = new JsonObject();
                Parts(part, inside, depth + 1);
                return inside;
            case "persistentDisposition":
                return new JsonObject { ["set"] = Items(part, Text, "set"), ["unset"] = Items(part, Text, "unset") };
            case "errorDeclaration":
                var error = new JsonObject();
                Parts(part, error, depth + 1);
                return error;
            case "correctiveEventIDs":
                return Items(part, Text);
            case "sensorElementList":
                return Items(part, e => Free(e, depth + 1));
            default:
                return Text(part);
        }
    }

    private static JsonArray Items(XElement list, Func<XElement, JsonNode?> read, string? named = null) =>
        new([.. list.Elements().Where(e => named is null || e.Name.LocalName == named).Select(read)]);

    private static JsonNode Text(XElement part) => JsonValue.Create(part.Value.Trim())!;

    private static JsonObject Typed(XElement part, string name)
    {
        var pair = new JsonObject();
        if ((string?)part.Attribute("type") is { } type)
        {
            pair["type"] = type;
        }

        pair[name] = Text(part);
        return pair;
    }

    private static JsonObject Quantity(XElement part)
    {
        var quantity = new JsonObject();
        foreach (var field in part.Elements().Where(e => !e.Attributes().Any(a => a.Name.LocalName == "nil" && a.Value is "true" or "1")))
        {
            quantity[field.Name.LocalName] = field.Name.LocalName == "quantity" && decimal.TryParse(field.Value.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? JsonValue.Create(number)
                : Text(field);
        }

        return quantity;
    }

    /// <summary>What has no form of its own: attributes and parts by their names.</summary>
    private static JsonNode? Free(XElement part, int depth)
    {
        if (depth > Depth || (!part.HasElements && !part.Attributes().Any(a => !a.IsNamespaceDeclaration)))
        {
            return Text(part);
        }

        var free = new JsonObject();
        foreach (var attribute in part.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            free[attribute.Name.LocalName] = attribute.Value;
        }

        foreach (var inner in part.Elements())
        {
            free[IsStandard(inner.Name) ? inner.Name.LocalName : Prefixed(inner)] = Free(inner, depth + 1);
        }

        return free;
    }

    // The schema leaves the names of fields without a namespace; some write the standard's own before them.
    private static bool IsStandard(XName name) => name.NamespaceName.Length == 0 || name.NamespaceName.StartsWith("urn:epcglobal:epcis", StringComparison.Ordinal);

    private static string Prefixed(XElement part) => $"{part.GetPrefixOfNamespace(part.Name.Namespace) ?? "ns"}:{part.Name.LocalName}";
}
