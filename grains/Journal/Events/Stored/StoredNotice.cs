using System.Text.Json.Serialization;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Notices;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events.Stored;

/// <summary>As it lies on disk: a notice was issued.</summary>
internal sealed class StoredNotice
{
    [JsonPropertyName("a")] public string? Authority { get; set; }
    [JsonPropertyName("h")] public string? Hold { get; set; }
    [JsonPropertyName("k")] public byte Kind { get; set; }
    [JsonPropertyName("s")] public byte Stage { get; set; }
    [JsonPropertyName("f")] public int[]? Fields { get; set; }
    [JsonPropertyName("r")] public string? Recipient { get; set; }
    [JsonPropertyName("rf")] public string? Reference { get; set; }
    [JsonPropertyName("b")] public string? By { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }
    [JsonPropertyName("o")] public short Offset { get; set; }

    public static StoredNotice From(NoticeIssued notice) => new()
    {
        Authority = notice.Authority,
        Hold = notice.Hold,
        Kind = (byte)notice.Kind,
        Stage = (byte)notice.Stage,
        Fields = notice.Fields.IsDefaultOrEmpty ? null : [.. notice.Fields.Select(f => (int)f)],
        Recipient = notice.Recipient,
        Reference = notice.Reference,
        By = StoredActor.Write(notice.By),
        At = notice.At.Microseconds,
        Offset = notice.At.OffsetMinutes,
    };

    public NoticeIssued ToIssued() => new()
    {
        Authority = Authority ?? throw Lacks("authority"),
        Hold = Hold ?? throw Lacks("hold"),
        Kind = (NoticeKind)Kind,
        Stage = (DisclosureStage)Stage,
        Fields = Fields is null ? [] : [.. Fields.Select(f => (NoticeField)f)],
        Recipient = Recipient,
        Reference = Reference ?? throw Lacks("reference"),
        By = StoredActor.Read(By),
        At = new ReportedTime(At, Offset),
    };

    private static InvalidDataException Lacks(string what) => new($"A stored notice lacks its {what}.");
}
