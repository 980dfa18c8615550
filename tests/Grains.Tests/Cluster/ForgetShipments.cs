using Orleans.Metadata;
using Orleans.Runtime;

namespace Tracking.Grains.Tests.Cluster;

/// <summary>Gives shipments the forgetful directory, and places each where it is asked for.</summary>
internal sealed class ForgetShipments : IGrainPropertiesProvider
{
    public const string Directory = "forgetful";

    public void Populate(Type grainClass, GrainType grainType, Dictionary<string, string> properties)
    {
        if (grainType.ToString() == "shipment")
        {
            properties[WellKnownGrainTypeProperties.GrainDirectory] = Directory;
            properties[WellKnownGrainTypeProperties.PlacementStrategy] = nameof(PlaceHereStrategy);
        }
    }
}
