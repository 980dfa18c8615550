using System.Globalization;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Shipments;

namespace Tracking.Domain.Notices;

/// <summary>Makes drafts of notices: a pure function of the shipment as it is seen, the case and the recipient.</summary>
public static class NoticeRules
{
    private static readonly string[] Seized = ["seized", "forfeited", "destroyed", "donated", "remitted", "in-court"];

    /// <summary>The stage of a case, from how far it and its clocks have come.</summary>
    /// <param name="case">The case.</param>
    public static DisclosureStage StageOf(CaseView @case)
    {
        ArgumentNullException.ThrowIfNull(@case);
        return Seized.Contains(@case.Stage, StringComparer.Ordinal) ? DisclosureStage.AfterSeizure
            : @case.Deadlines.Any(d => d.Clock.EndsWith(".answer", StringComparison.Ordinal) && d.State == "breached") ? DisclosureStage.AfterAnswerPeriod
            : @case.Deadlines.Any(d => d.Anchor == "notice") ? DisclosureStage.WithNotice
            : DisclosureStage.BeforeNotice;
    }

    /// <summary>The notice that goes to somebody unless another is asked for.</summary>
    /// <param name="to">To whom.</param>
    /// <param name="case">The case.</param>
    public static NoticeKind KindFor(NoticeRecipient to, CaseView @case) => to switch
    {
        NoticeRecipient.RightHolder => NoticeKind.Disclosure,
        NoticeRecipient.Carrier => NoticeKind.Hold,
        _ => StageOf(@case) == DisclosureStage.AfterSeizure ? NoticeKind.Seizure : NoticeKind.Detention,
    };

    /// <summary>A draft at the stage of the case, or at that which the notice itself makes.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="case">The case.</param>
    /// <param name="kind">The notice.</param>
    public static NoticeDraft Draft(ShipmentView shipment, CaseView @case, NoticeKind kind)
    {
        var (stage, least) = (StageOf(@case), NoticeTable.Of(kind).AtLeast);
        return Draft(shipment, @case, kind, stage > least ? stage : least);
    }

    /// <summary>A draft at a stage.</summary>
    /// <param name="shipment">The shipment.</param>
    /// <param name="case">The case.</param>
    /// <param name="kind">The notice.</param>
    /// <param name="stage">The stage.</param>
    public static NoticeDraft Draft(ShipmentView shipment, CaseView @case, NoticeKind kind, DisclosureStage stage)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        ArgumentNullException.ThrowIfNull(@case);
        var hold = shipment.Holds.FirstOrDefault(h => h.Authority == @case.Authority && h.Id == @case.Hold);
        var to = NoticeTable.Of(kind).To;
        var said = Enum.GetValues<NoticeField>().Where(field => field != NoticeField.Abandonment || kind == NoticeKind.AbandonmentOffer)
            .ToLookup(field => DisclosureTable.MaySay(field, to, stage));
        return new NoticeDraft(
            kind,
            to,
            stage,
            @case.Authority,
            @case.Hold,
            [.. said[true].SelectMany(field => TextsOf(field, shipment, @case, hold).Where(t => !string.IsNullOrWhiteSpace(t)).Select(t => new NoticeLine(field, t!)))],
            [.. said[false]]);
    }

    private static IEnumerable<string?> TextsOf(NoticeField field, ShipmentView shipment, CaseView @case, HoldView? hold) => field switch
    {
        NoticeField.Reference => [hold?.Reference ?? @case.Hold],
        NoticeField.LegalBasis => [hold?.LegalBasis],
        NoticeField.ImportedOn => [PresentedOn(@case)],
        NoticeField.PortOfEntry => [hold?.Port ?? shipment.PortOfEntry],
        NoticeField.Description => shipment.Goods.Select(g => g.Description),
        NoticeField.Quantity => [Quantity(shipment)],
        NoticeField.CountryOfOrigin => [shipment.Origin?.Country],
        NoticeField.Manufacturer => Party(shipment, PartyRole.Manufacturer),
        NoticeField.Exporter => Party(shipment, PartyRole.Exporter, PartyRole.Shipper),
        NoticeField.Importer => Party(shipment, PartyRole.Importer, PartyRole.Consignee),
        NoticeField.TrackingNumber => [$"{shipment.Carrier} {shipment.Number}"],
        NoticeField.Deadlines => @case.Deadlines.Where(d => d.State is not ("met" or "stopped")).Select(d => $"{d.Title}: {d.LastDay} ({d.Citation})"),
        NoticeField.RedactedImages => ["Images may be shown on which whatever names a party is illegible: names, addresses, bar codes, serial, lot and tracking numbers."],
        NoticeField.Abandonment =>
        [
            "You may abandon these goods. Abandoned goods are destroyed under customs' supervision; nothing is owed for them, and they are not given back.",
            "You need not: without your written assent the detention goes on, and its deadlines run on.",
        ],
        _ => ["Whole images and a sample may be given, to the owner of the right under bond."],
    };

    private static string? PresentedOn(CaseView @case) =>
        @case.Deadlines.FirstOrDefault(d => d.Anchor == "presented")?.AnchorAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Quantity(ShipmentView shipment) => shipment.Goods.Any(g => g.Quantity is not null)
        ? string.Create(CultureInfo.InvariantCulture, $"{shipment.Goods.Sum(g => (long)(g.Quantity ?? 0))} units")
        : string.Create(CultureInfo.InvariantCulture, $"{shipment.PieceCount} pieces");

    // The first role that is known: a manifest may name the shipper and no exporter.
    private static IEnumerable<string?> Party(ShipmentView shipment, params PartyRole[] roles) => roles
        .Select(role => shipment.Parties.Where(p => p.Role == role).ToArray())
        .FirstOrDefault(found => found.Length > 0, [])
        .Select(p => string.Join(", ", new[] { p.Details?.Name, p.Details?.Address, p.Country }.Where(t => !string.IsNullOrWhiteSpace(t))));
}
