using System.Buffers;
using System.Text;
using System.Text.Json;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Formats.Epcis;

/// <summary>Checks an event after the rules of the JSON schema of EPCIS 2.0; complains of each that is broken.</summary>
internal sealed class EventRules(Findings findings)
{
    private static readonly SearchValues<char> NotInUris = SearchValues.Create(" \t\n\r<>\"");

    /// <summary>Checks one event, unless the form of its document already says something against it, which is complained of then.</summary>
    public static bool Keeps(JsonElement one, string where, Complaint? fault, Findings findings)
    {
        if (fault is not { } known)
        {
            return new EventRules(findings).Check(one, where);
        }

        findings.Complain(known.Path, known.Message, known.Remedy);
        return false;
    }

    /// <summary>Checks one event.</summary>
    /// <returns>Whether it keeps all rules.</returns>
    public bool Check(JsonElement one, string where)
    {
        var before = findings.Complaints;
        if (one.ValueKind != JsonValueKind.Object || !one.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            Complain(where, "has no type", $"Give it one of {string.Join(", ", EventShape.Types.Keys.Order())}.");
            return false;
        }

        if (!EventShape.Types.TryGetValue(type.GetString()!, out var shape))
        {
            Complain($"{where}/type", "is no type of event", $"Give it one of {string.Join(", ", EventShape.Types.Keys.Order())}.");
            return false;
        }

        foreach (var required in shape.Required)
        {
            if (!one.TryGetProperty(required, out _))
            {
                Complain($"{where}/{required}", "is missing", $"Every {type.GetString()} needs {required}.");
            }
        }

        foreach (var field in one.EnumerateObject())
        {
            if (shape.Fields.TryGetValue(field.Name, out var form))
            {
                Field(form, field.Value, $"{where}/{field.Name}");
            }
            else
            {
                Extension(field, where);
            }
        }

        Together(type.GetString()!, one, where);
        return findings.Complaints == before;
    }

    /// <summary>Rules between fields.</summary>
    private void Together(string type, JsonElement one, string where)
    {
        switch (type)
        {
            case "ObjectEvent" when !Any(one, "epcList", "quantityList", "sensorElementList"):
                Complain(where, "names no object", "Give epcList or quantityList, or what a sensor reported.");
                break;
            case "AggregationEvent" or "AssociationEvent" when !one.TryGetProperty("parentID", out _) && one.TryGetProperty("action", out var action) && !action.ValueEquals("OBSERVE"):
                Complain($"{where}/parentID", "is missing", "It may be missing only where the action is OBSERVE.");
                break;
            case "TransformationEvent" when !Any(one, "inputEPCList", "inputQuantityList", "outputEPCList", "outputQuantityList"):
                Complain(where, "names neither input nor output", "Give at least one list of inputs or outputs.");
                break;
        }
    }

    private void Field(FieldForm form, JsonElement value, string where)
    {
        switch (form)
        {
            case FieldForm.Time:
                Time(value, where);
                break;
            case FieldForm.Offset:
                Must(IsText(value) && IsOffset(value.GetString()!), where, "is no offset of the form ±hh:mm", "Send it like +01:00.");
                break;
            case FieldForm.Action:
                Must(IsText(value) && value.GetString() is "ADD" or "OBSERVE" or "DELETE", where, "is no action", "Send ADD, OBSERVE or DELETE.");
                break;
            case FieldForm.Step:
                Must(IsText(value) && IsWord(value.GetString()!, Vocabulary.IsStep), where, "is no business step of the vocabulary", "Send a word of CBV 2.0, or a URI of your own.");
                break;
            case FieldForm.Disposition:
                Must(IsText(value) && IsWord(value.GetString()!, Vocabulary.IsState), where, "is no disposition of the vocabulary", "Send a word of CBV 2.0, or a URI of your own.");
                break;
            case FieldForm.Uri:
                Must(IsUri(value), where, "is no URI", "Send a URN or a web address.");
                break;
            case FieldForm.Uris:
                Each(value, where, (item, at) => Must(IsUri(item), at, "is no URI", "Send a URN or a web address."));
                break;
            default:
                Group(form, value, where);
                break;
        }
    }

    private void Group(FieldForm form, JsonElement value, string where)
    {
        switch (form)
        {
            case FieldForm.Quantities:
                Each(value, where, Quantity);
                break;
            case FieldForm.Transactions:
                Each(value, where, (item, at) => Pair(item, at, "bizTransaction", typeNeeded: false));
                break;
            case FieldForm.Sources:
                Each(value, where, (item, at) => Pair(item, at, "source", typeNeeded: true));
                break;
            case FieldForm.Destinations:
                Each(value, where, (item, at) => Pair(item, at, "destination", typeNeeded: true));
                break;
            case FieldForm.Location:
                Members(value, where, ["id"], ["id"], (_, item, at) => Must(IsUri(item), at, "is no URI", "Send a URN or a web address."));
                break;
            case FieldForm.Dispositions:
                Members(value, where, ["set", "unset"], [], (_, item, at) => Each(item, at, (word, place) => Field(FieldForm.Disposition, word, place)));
                break;
            case FieldForm.Error:
                Members(value, where, ["declarationTime", "reason", "correctiveEventIDs"], ["declarationTime"], Error);
                break;
            case FieldForm.Instance:
                Members(value, where, [], [], (_, _, _) => { });
                break;
            case FieldForm.Certification when value.ValueKind == JsonValueKind.Array:
                Each(value, where, (item, at) => Must(IsUri(item), at, "is no URI", "Send the web address of the certificate."));
                break;
            case FieldForm.Certification:
                Must(IsUri(value), where, "is no URI", "Send the web address of the certificate.");
                break;
            case FieldForm.Sensors:
                Each(value, where, (item, at) => Must(item.ValueKind == JsonValueKind.Object, at, "is no object", "Send sensorMetadata and sensorReport."));
                break;
        }
    }

    private void Error(string name, JsonElement value, string where)
    {
        switch (name)
        {
            case "declarationTime":
                Time(value, where);
                break;
            case "reason":
                Must(IsText(value) && IsWord(value.GetString()!, w => w is "did_not_occur" or "incorrect_data"), where, "is no reason of the vocabulary", "Send did_not_occur or incorrect_data, or a URI of your own.");
                break;
            default:
                Each(value, where, (item, at) => Must(IsUri(item), at, "is no URI", "Send the id of an event."));
                break;
        }
    }

    private void Quantity(JsonElement value, string where) => Members(value, where, ["epcClass", "quantity", "uom"], ["epcClass"], (name, item, at) =>
    {
        switch (name)
        {
            case "epcClass":
                Must(IsUri(item), at, "is no URI", "Send the class as URN or web address.");
                break;
            case "quantity":
                Must(item.ValueKind == JsonValueKind.Number, at, "is no number", "Send it as a number.");
                break;
            default:
                Must(IsText(item), at, "is no text", "Send a unit of UN/CEFACT recommendation 20.");
                break;
        }
    });

    private void Pair(JsonElement value, string where, string name, bool typeNeeded) =>
        Members(value, where, ["type", name], typeNeeded ? ["type", name] : [name], (_, item, at) => Must(IsText(item), at, "is no text", "Send a URI."));

    /// <summary>Checks the members of an object; what is not known must have a namespace.</summary>
    private void Members(JsonElement value, string where, string[] known, string[] required, Action<string, JsonElement, string> check)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Complain(where, "is no object", "Send an object.");
            return;
        }

        foreach (var name in required)
        {
            if (!value.TryGetProperty(name, out _))
            {
                Complain($"{where}/{name}", "is missing", $"Give {name}.");
            }
        }

        foreach (var member in value.EnumerateObject())
        {
            if (known.Contains(member.Name))
            {
                check(member.Name, member.Value, $"{where}/{member.Name}");
            }
            else
            {
                Extension(member, where);
            }
        }
    }

    private void Extension(JsonProperty field, string where) =>
        Must(field.Name.Contains(':') || field.Name.StartsWith('@'), $"{where}/{Texts.Cut(field.Name, Limits.Code)}", "is not known here", "Leave it out, or give a field of your own a namespace, like example:field.");

    private void Each(JsonElement value, string where, Action<JsonElement, string> check)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Complain(where, "is no array", "Send an array.");
            return;
        }

        var at = 0;
        foreach (var item in value.EnumerateArray())
        {
            check(item, $"{where}/{at++}");
        }
    }

    private void Time(JsonElement value, string where)
    {
        var fault = IsText(value) ? IsoTime.Read(Encoding.UTF8.GetBytes(value.GetString()!), out _) : "is no text";
        Must(fault is null, where, fault ?? "", $"Send it like {IsoTime.Example}.");
    }

    private void Must(bool holds, string where, string message, string remedy)
    {
        if (!holds)
        {
            Complain(where, message, remedy);
        }
    }

    private void Complain(string where, string message, string remedy) => findings.Complain(where, message, remedy);

    private static bool Any(JsonElement one, params ReadOnlySpan<string> lists)
    {
        foreach (var list in lists)
        {
            if (one.TryGetProperty(list, out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;

    // A word of the vocabulary in any of its forms, or a URI or compact URI that has a namespace of its own.
    private static bool IsWord(string word, Func<string, bool> known) => known(Vocabulary.Short(word)) || (word.Contains(':') && Vocabulary.Short(word) == word);

    private static bool IsUri(JsonElement value) =>
        IsText(value) && value.GetString() is { Length: > 2 and <= 2_048 } text && text.IndexOf(':') is > 0 and var colon && colon < text.Length - 1
        && char.IsAsciiLetter(text[0]) && !text.AsSpan().ContainsAny(NotInUris);

    private static bool IsOffset(string text) =>
        text is ['+' or '-', _, _, ':', _, _] && int.TryParse(text.AsSpan(1, 2), System.Globalization.NumberStyles.None, null, out var hours)
        && int.TryParse(text.AsSpan(4, 2), System.Globalization.NumberStyles.None, null, out var minutes) && minutes < 60 && (hours < 14 || (hours == 14 && minutes == 0));
}
