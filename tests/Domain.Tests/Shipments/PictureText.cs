using System.Text.Json;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>A picture as text, with everything in it: two pictures are the same where their texts are.</summary>
internal static class PictureText
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static string Of(ShipmentPicture picture) => JsonSerializer.Serialize(picture);

    public static void AssertSame(ShipmentState expected, ShipmentState actual)
    {
        if (Of(expected.Picture) != Of(actual.Picture))
        {
            Assert.Equal(JsonSerializer.Serialize(expected.Picture, Indented), JsonSerializer.Serialize(actual.Picture, Indented));
        }

        Assert.Equal(HeadRules.Of(expected), HeadRules.Of(actual));
        Assert.Equal(JsonSerializer.Serialize(HeadRules.OpenHolds(expected)), JsonSerializer.Serialize(HeadRules.OpenHolds(actual)));
    }
}
