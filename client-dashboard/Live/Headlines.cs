using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Live;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Dashboard.Live;

/// <summary>What an event says in one word, as a key that the page turns into a sentence.</summary>
internal static class Headlines
{
    /// <summary>Every key that <see cref="Of"/> can give: the page has a sentence for each.</summary>
    public static IEnumerable<string> All =>
        Enum.GetNames<DecisionKind>().Select(Kebab)
            .Concat(Enum.GetNames<TransportStatus>().Select(status => $"scan-{Kebab(status)}"))
            .Concat(["moved-while-held", "fact-withdrawn", "manifest-filed", "seller-named", "hold-made-known", "piece-linked", "order-matched", "order-released", "case-decided", "notice-issued", "discrepancy-closed", "noted"])
            .Concat(Enum.GetNames<DeadlineState>().Select(state => $"deadline-{Kebab(state)}"));

    /// <summary>The event's name, for example <c>decision-reported</c>.</summary>
    /// <param name="value">An event.</param>
    public static string TypeOf(ShipmentEvent value) => Kebab(value.GetType().Name);

    /// <summary>The headline.</summary>
    /// <param name="value">An event.</param>
    /// <param name="row">The shipment after it.</param>
    public static string Of(ShipmentEvent value, ShipmentRow row) => value switch
    {
        FactEvent { Fact.Withdraws: true } => "fact-withdrawn",
        DecisionReported reported => Kebab(reported.Decision.Kind.ToString()),
        ScanReported reported when row.OpenHolds > 0 && reported.Scan.Status.IsMovement() => "moved-while-held",
        ScanReported reported => $"scan-{Kebab(reported.Scan.Status.ToString())}",
        ManifestFiled => "manifest-filed",
        DispatchDeclared => "seller-named",
        BoxNamed => "box-named",
        HoldMadeKnown => "hold-made-known",
        LinkTold or PieceAnswered => "piece-linked",
        OrderMatched => "order-matched",
        OrderReleased => "order-released",
        CaseDecided => "case-decided",
        NoticeIssued => "notice-issued",
        DiscrepancyClosed => "discrepancy-closed",
        DeadlineStepped stepped => $"deadline-{Kebab(stepped.State.ToString())}",
        _ => "noted",
    };

    /// <summary>When it happened.</summary>
    /// <param name="value">An event.</param>
    public static DateTimeOffset TimeOf(ShipmentEvent value) => value switch
    {
        FactEvent fact => fact.Fact.OccurredAt.ToDateTimeOffset(),
        BoxNamed named => FromMicroseconds(named.At),
        HoldMadeKnown known => FromMicroseconds(known.At),
        LinkTold told => FromMicroseconds(told.At),
        PieceAnswered answered => FromMicroseconds(answered.At),
        OrderMatched matched => FromMicroseconds(matched.At),
        OrderReleased released => FromMicroseconds(released.At),
        CaseDecided decided => decided.Change.At.ToDateTimeOffset(),
        DeadlineStepped stepped => FromMicroseconds(stepped.At),
        NoticeIssued notice => notice.At.ToDateTimeOffset(),
        DiscrepancyClosed closed => FromMicroseconds(closed.At),
        _ => DateTimeOffset.UnixEpoch,
    };

    private static DateTimeOffset FromMicroseconds(long at) => DateTimeOffset.UnixEpoch.AddTicks(at * TimeSpan.TicksPerMicrosecond);

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
