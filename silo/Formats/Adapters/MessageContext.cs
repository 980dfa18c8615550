using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Adapters;

/// <summary>What an adapter cannot know from the bytes.</summary>
/// <param name="Reception">When and from whom the message was received.</param>
public sealed record MessageContext(Reception Reception)
{
    /// <summary>The carrier whose numbers the message speaks of, lower-case code; null: only what the message itself says.</summary>
    public string? Carrier { get; init; }

    /// <summary>The authority that decided, lower-case code; null: the one that the format belongs to.</summary>
    public string? Authority { get; init; }

    /// <summary>The number that the message is about, where it speaks of it under another name, for example a declaration's; null: what the message says.</summary>
    public string? Number { get; init; }

    /// <summary>The procedure that a customs message belongs to; null: only what the message itself says.</summary>
    public CustomsProcedure? Procedure { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public DateTimeOffset ReceivedAt => DateTimeOffset.UnixEpoch.AddTicks(Reception.ReceivedAt * TimeSpan.TicksPerMicrosecond);
}
