using Tracking.Simulator;

namespace Tracking.Simulator.Tests.Worlds;

internal static class Worlds
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static WorldOptions Small(long seed = 7, int shipments = 2_000) =>
        new() { Seed = seed, Start = Start, Shipments = shipments, ShipmentsPerHour = 120, RateMultiplier = 20, BadSellerVolume = 0.1 };
}
