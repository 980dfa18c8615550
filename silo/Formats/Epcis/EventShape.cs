using System.Collections.Frozen;

namespace Tracking.Formats.Epcis;

/// <summary>What a field of an event must look like.</summary>
internal enum FieldForm
{
    Type,
    Time,
    Offset,
    Uri,
    Uris,
    Text,
    Action,
    Step,
    Disposition,
    Quantities,
    Transactions,
    Sources,
    Destinations,
    Location,
    Instance,
    Dispositions,
    Error,
    Certification,
    Sensors,
    Context,
}

/// <summary>The fields of each type of event, after the JSON schema of EPCIS 2.0.</summary>
internal sealed class EventShape
{
    private static readonly (string Name, FieldForm Form)[] Common =
    [
        ("@context", FieldForm.Context), ("type", FieldForm.Type), ("eventID", FieldForm.Uri), ("eventTime", FieldForm.Time), ("recordTime", FieldForm.Time),
        ("eventTimeZoneOffset", FieldForm.Offset), ("errorDeclaration", FieldForm.Error), ("certificationInfo", FieldForm.Certification), ("bizStep", FieldForm.Step),
        ("disposition", FieldForm.Disposition), ("persistentDisposition", FieldForm.Dispositions), ("readPoint", FieldForm.Location), ("bizLocation", FieldForm.Location),
        ("bizTransactionList", FieldForm.Transactions), ("sourceList", FieldForm.Sources), ("destinationList", FieldForm.Destinations), ("sensorElementList", FieldForm.Sensors),
    ];

    private static readonly string[] Always = ["eventTime", "eventTimeZoneOffset"];

    private EventShape(string[] required, params (string, FieldForm)[] own)
    {
        Fields = Common.Concat(own).ToFrozenDictionary(f => f.Item1, f => f.Item2);
        Required = [.. Always, .. required];
    }

    public FrozenDictionary<string, FieldForm> Fields { get; }

    public IReadOnlyList<string> Required { get; }

    public static FrozenDictionary<string, EventShape> Types { get; } = new Dictionary<string, EventShape>
    {
        ["ObjectEvent"] = new(["action"], ("action", FieldForm.Action), ("epcList", FieldForm.Uris), ("quantityList", FieldForm.Quantities), ("ilmd", FieldForm.Instance)),
        ["AggregationEvent"] = Parts(),
        ["AssociationEvent"] = Parts(),
        ["TransactionEvent"] = new(
            ["action", "bizTransactionList"], ("action", FieldForm.Action), ("parentID", FieldForm.Uri), ("epcList", FieldForm.Uris), ("quantityList", FieldForm.Quantities)),
        ["TransformationEvent"] = new(
            [], ("transformationID", FieldForm.Uri), ("inputEPCList", FieldForm.Uris), ("inputQuantityList", FieldForm.Quantities), ("outputEPCList", FieldForm.Uris),
            ("outputQuantityList", FieldForm.Quantities), ("ilmd", FieldForm.Instance)),
    }.ToFrozenDictionary();

    private static EventShape Parts() => new(
        ["action"], ("action", FieldForm.Action), ("parentID", FieldForm.Uri), ("childEPCs", FieldForm.Uris), ("childQuantityList", FieldForm.Quantities));
}
