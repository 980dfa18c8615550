using System.Text.Json.Serialization;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events.Stored;

/// <summary>As it lies on disk: a deadline has come to another state.</summary>
internal sealed class StoredStep
{
    [JsonPropertyName("a")] public string? Authority { get; set; }
    [JsonPropertyName("h")] public string? Hold { get; set; }
    [JsonPropertyName("c")] public string? Clock { get; set; }
    [JsonPropertyName("rs")] public string? RuleSet { get; set; }
    [JsonPropertyName("s")] public byte State { get; set; }
    [JsonPropertyName("e")] public long EndsAt { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }

    public static StoredStep From(DeadlineStepped step) => new()
    {
        Authority = step.Key.Authority,
        Hold = step.Key.Hold,
        Clock = step.Key.Clock,
        RuleSet = step.RuleSet,
        State = (byte)step.State,
        EndsAt = step.EndsAt,
        At = step.At,
    };

    public DeadlineStepped ToStepped() => new(
        new DeadlineKey(Authority ?? throw Lacks("authority"), Hold ?? throw Lacks("hold"), Clock ?? throw Lacks("clock")), RuleSet ?? "", (DeadlineState)State, EndsAt, At);

    private static InvalidDataException Lacks(string what) => new($"A stored step of a deadline lacks its {what}.");
}
