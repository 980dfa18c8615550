using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Shipments;

/// <summary>What people have closed of what does not fit. A discrepancy follows from the facts and stays; closed, it counts no more.</summary>
public static class DiscrepancyRules
{
    /// <summary>How many are open.</summary>
    /// <param name="state">The shipment.</param>
    public static int Open(ShipmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Closed.IsEmpty ? state.Picture.Discrepancies.Length : state.Picture.Discrepancies.Count(d => ClosingOf(state, d) is null);
    }

    /// <summary>A discrepancy as people and partners read it.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="discrepancy">The discrepancy.</param>
    /// <param name="fact">The id of the fact that shows it.</param>
    public static DiscrepancyView View(ShipmentState state, Discrepancy discrepancy, string fact)
    {
        var closing = ClosingOf(state, discrepancy);
        return new DiscrepancyView(
            discrepancy.Kind,
            fact,
            Time(discrepancy.At),
            closing is null ? null : $"{closing.By.Name} of {closing.By.Organisation}",
            closing is null ? null : Time(closing.At),
            closing?.Reason);
    }

    /// <summary>Closes one; nothing where it is closed already.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="discrepancy">Which.</param>
    /// <param name="closing">Who, when, why.</param>
    public static ImmutableArray<ShipmentEvent> Close(ShipmentState state, Discrepancy discrepancy, DiscrepancyClosing closing)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(closing);
        return ClosingOf(state, discrepancy) is null && state.Picture.Discrepancies.Any(d => Is(d, discrepancy))
            ? [new DiscrepancyClosed(discrepancy.Kind, discrepancy.Fact, closing.Reason, closing.By, closing.At.Microseconds)]
            : [];
    }

    /// <summary>What does not fit, in words.</summary>
    /// <param name="kind">What.</param>
    public static string Words(DiscrepancyKind kind) => Cases.CaseViews.Name(kind).Replace('-', ' ');

    private static DiscrepancyClosed? ClosingOf(ShipmentState state, Discrepancy discrepancy) =>
        state.Closed.FirstOrDefault(c => c.Kind == discrepancy.Kind && c.Fact == discrepancy.Fact);

    private static bool Is(Discrepancy one, Discrepancy other) => one.Kind == other.Kind && one.Fact == other.Fact;

    private static DateTimeOffset Time(long microseconds) => new ReportedTime(microseconds, 0).ToDateTimeOffset();
}
