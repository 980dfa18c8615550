using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Notices;

namespace Tracking.Domain.Shipments.Events;

/// <summary>An authority issued a notice about a hold: what was disclosed, to whom, by whom, when, under which reference.</summary>
public sealed record NoticeIssued : ShipmentEvent
{
    /// <summary>Whose hold it is.</summary>
    public required string Authority { get; init; }
    /// <summary>The hold.</summary>
    public required string Hold { get; init; }
    /// <summary>What was issued; to whom follows from it.</summary>
    public required NoticeKind Kind { get; init; }
    /// <summary>The stage that decided what may be said.</summary>
    public required DisclosureStage Stage { get; init; }
    /// <summary>What was said, in the order of <see cref="NoticeField"/>; the texts are not kept a second time.</summary>
    public ImmutableArray<NoticeField> Fields { get; init; } = [];
    /// <summary>The right holder's organisation; null for importer and carrier, whom the shipment names.</summary>
    public string? Recipient { get; init; }
    /// <summary>The authority's reference: with it the notice counts as issued.</summary>
    public required string Reference { get; init; }
    /// <summary>Who issued it.</summary>
    public required Actor By { get; init; }
    /// <summary>When.</summary>
    public required ReportedTime At { get; init; }

    /// <summary>To whom it went.</summary>
    public NoticeRecipient To => NoticeTable.Of(Kind).To;
}
