using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Routes;

namespace Tracking.Domain.Shipments;

/// <summary>Folds places into a route: where it is, where it has been, and whether a customs border lies on the way.</summary>
internal sealed class RouteTrack
{
    private readonly List<string> territories = [];
    private readonly HashSet<string> presentedIn = new(StringComparer.Ordinal);
    private string? firstPlace;
    private bool severalPlaces;
    private string? whereabouts;
    private bool atBorder;
    private bool customsDecided;
    private bool delivering;

    public string? LastPlace { get; private set; }

    public void Scan(in FactMark mark)
    {
        delivering |= mark.Status.Main() is TransportStatus.OutForDelivery or TransportStatus.Delivered;
        if (mark.Place is null)
        {
            // At the border, but it does not say which: no longer where it was.
            if (mark.Status == TransportStatus.AtBorder)
            {
                (atBorder, whereabouts) = (true, null);
            }

            return;
        }

        LastPlace = mark.Place;
        severalPlaces |= firstPlace is not null && firstPlace != mark.Place;
        firstPlace ??= mark.Place;
        whereabouts = CustomsTerritory.Of(PlaceNames.Country(mark.Place));
        if (whereabouts is not null && !territories.Contains(whereabouts))
        {
            territories.Add(whereabouts);
        }
    }

    public void Decision(Decision decision)
    {
        customsDecided = true;
        if (decision.Kind == DecisionKind.Presented && decision.Procedure != CustomsProcedure.Export)
        {
            presentedIn.Add(CustomsTerritory.Of(decision.Territory) ?? decision.Territory);
        }
    }

    public Border Border(ManifestDetail? manifest, bool domestic)
    {
        var (origin, destination) = (CustomsTerritory.Of(manifest?.Origin), CustomsTerritory.Of(manifest?.Destination));
        if ((origin is not null && destination is not null && origin != destination) || territories.Count > 1 || customsDecided)
        {
            return Routes.Border.OnItsWay;
        }

        var within = (origin is not null && destination is not null) || (severalPlaces && territories.Count == 1);
        return within || domestic ? Routes.Border.None : Routes.Border.Unknown;
    }

    // A truck that leaves the shipper's town has departed from nowhere yet: departed means out of the territory it comes from.
    public bool HasDeparted(ManifestDetail? manifest)
    {
        var origin = CustomsTerritory.Of(manifest?.Origin) ?? CustomsTerritory.Of(PlaceNames.Country(firstPlace));
        return atBorder || delivering || presentedIn.Count > 0 || territories.Exists(t => t != origin);
    }

    public ImmutableArray<string> ArrivedIn(ManifestDetail? manifest)
    {
        var arrived = territories.Union(presentedIn, StringComparer.Ordinal);
        if ((atBorder || delivering) && CustomsTerritory.Of(manifest?.Destination) is { } destination)
        {
            arrived = arrived.Append(destination).Distinct(StringComparer.Ordinal);
        }

        return [.. arrived.Order(StringComparer.Ordinal)];
    }

    public string? Whereabouts(ManifestDetail? manifest) => whereabouts ?? CustomsTerritory.Of(manifest?.Destination);
}
