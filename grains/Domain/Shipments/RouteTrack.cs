using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Routes;

namespace Tracking.Domain.Shipments;

/// <summary>The route that places fold into: where it is, where it has been, and whether a customs border lies on the way.</summary>
internal readonly record struct RouteTrack
{
    /// <summary>Before the first place.</summary>
    public static RouteTrack Start { get; } = new() { Territories = [], PresentedIn = [] };

    public string? LastPlace { get; private init; }

    private ImmutableArray<string> Territories { get; init; }

    private ImmutableArray<string> PresentedIn { get; init; }

    private string? FirstPlace { get; init; }

    private bool SeveralPlaces { get; init; }

    private string? LastTerritory { get; init; }

    private bool AtBorder { get; init; }

    private bool CustomsDecided { get; init; }

    private bool Delivering { get; init; }

    public RouteTrack After(in FactMark scan)
    {
        var delivering = Delivering || scan.Status.Main() is TransportStatus.OutForDelivery or TransportStatus.Delivered;
        if (scan.Place is null)
        {
            // At the border, but it does not say which: no longer where it was.
            return scan.Status == TransportStatus.AtBorder
                ? this with { Delivering = delivering, AtBorder = true, LastTerritory = null }
                : this with { Delivering = delivering };
        }

        var territory = CustomsTerritory.Of(PlaceNames.Country(scan.Place));
        return this with
        {
            Delivering = delivering,
            LastPlace = scan.Place,
            SeveralPlaces = SeveralPlaces || (FirstPlace is not null && FirstPlace != scan.Place),
            FirstPlace = FirstPlace ?? scan.Place,
            LastTerritory = territory,
            Territories = territory is null || Territories.Contains(territory) ? Territories : Territories.Add(territory),
        };
    }

    public RouteTrack After(Decision decision)
    {
        var presented = decision.Kind == DecisionKind.Presented && decision.Procedure != CustomsProcedure.Export
            ? CustomsTerritory.Of(decision.Territory) ?? decision.Territory
            : null;
        return this with
        {
            CustomsDecided = true,
            PresentedIn = presented is null || PresentedIn.Contains(presented) ? PresentedIn : PresentedIn.Add(presented),
        };
    }

    public Border Border(string? originCountry, string? destinationCountry, bool domestic)
    {
        var (origin, destination) = (CustomsTerritory.Of(originCountry), CustomsTerritory.Of(destinationCountry));
        if ((origin is not null && destination is not null && origin != destination) || Territories.Length > 1 || CustomsDecided)
        {
            return Routes.Border.OnItsWay;
        }

        var within = (origin is not null && destination is not null) || (SeveralPlaces && Territories.Length == 1);
        return within || domestic ? Routes.Border.None : Routes.Border.Unknown;
    }

    // A truck that leaves the shipper's town has departed from nowhere yet: departed means out of the territory it comes from.
    public bool HasDeparted(string? originCountry)
    {
        if (AtBorder || Delivering || !PresentedIn.IsEmpty)
        {
            return true;
        }

        var origin = CustomsTerritory.Of(originCountry) ?? CustomsTerritory.Of(PlaceNames.Country(FirstPlace));
        foreach (var territory in Territories)
        {
            if (territory != origin)
            {
                return true;
            }
        }

        return false;
    }

    public ImmutableArray<string> ArrivedIn(string? destinationCountry)
    {
        var arrived = Territories.Union(PresentedIn, StringComparer.Ordinal);
        if ((AtBorder || Delivering) && CustomsTerritory.Of(destinationCountry) is { } destination)
        {
            arrived = arrived.Append(destination).Distinct(StringComparer.Ordinal);
        }

        return [.. arrived.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether it has arrived in the same territories as on another route to the same destination.</summary>
    public bool ArrivedAs(RouteTrack other) =>
        Territories == other.Territories && PresentedIn == other.PresentedIn && AtBorder == other.AtBorder && Delivering == other.Delivering;

    public string? Whereabouts(string? destinationCountry) => LastTerritory ?? CustomsTerritory.Of(destinationCountry);
}
