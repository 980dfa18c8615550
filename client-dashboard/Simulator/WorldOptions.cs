namespace Tracking.Simulator;

/// <summary>What kind of world is simulated. Equal options give the same sequence of facts, on every machine.</summary>
public sealed record WorldOptions
{
    /// <summary>Seeds everything that is drawn, and the series from which the shipments' numbers come.</summary>
    public required long Seed { get; init; }

    /// <summary>When the first shipment may be ordered.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Shipments ordered an hour, by the clock of <see cref="Start"/>: 0.001 to 10,000,000.</summary>
    public double ShipmentsPerHour { get; init; } = 60;

    /// <summary>For how long after the start the rate rises from nothing to its full value; zero to 30 days.</summary>
    public TimeSpan RampUp { get; init; }

    /// <summary>After how many shipments the world ends; null: never. At least 1.</summary>
    public int? Shipments { get; init; }

    /// <summary>How much faster than in the real world everything happens: 1 to 100,000. A journey of six days takes eight minutes at 1,080.</summary>
    public double TimeScale { get; init; } = 1;

    /// <summary>By how much the rates of holds, exams and requests exceed the real ones: 0 to 1,000. Each has a ceiling.</summary>
    public double RateMultiplier { get; init; } = 1;

    /// <summary>Share of shipments that come from bad sellers: 0 to 0.5. At 0.003 customs seizes one parcel in about 30,000.</summary>
    public double BadSellerVolume { get; init; } = 0.003;

    /// <summary>How many honest sellers each marketplace has: 1 to 1,000.</summary>
    public int SellersPerMarketplace { get; init; } = 40;

    /// <summary>How many people run the bad accounts: 1 to 1,000.</summary>
    public int BadActors { get; init; } = 8;

    /// <summary>How long a bad account lasts in the real world before its owner comes back under a new name: 1 hour to 10 years.</summary>
    public TimeSpan BadAccountLife { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long a carrier may plead that it did not know of a hold yet. Never compressed: zero to 1 day.</summary>
    public TimeSpan CarrierGrace { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The most facts that may wait for their time at once; what bounds the memory that a world takes.</summary>
    public const int MostPending = 4_000_000;

    /// <summary>Refuses what the world cannot be built from.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range; the message names it, its value and the range.</exception>
    public void Validate()
    {
        Within(nameof(ShipmentsPerHour), ShipmentsPerHour, 0.001, 10_000_000);
        Within(nameof(RampUp), RampUp, TimeSpan.Zero, TimeSpan.FromDays(30));
        Within(nameof(Shipments), Shipments ?? 1, 1, int.MaxValue);
        Within(nameof(TimeScale), TimeScale, 1, 100_000);
        Within(nameof(RateMultiplier), RateMultiplier, 0, 1_000);
        Within(nameof(BadSellerVolume), BadSellerVolume, 0, 0.5);
        Within(nameof(SellersPerMarketplace), SellersPerMarketplace, 1, 1_000);
        Within(nameof(BadActors), BadActors, 1, 1_000);
        Within(nameof(BadAccountLife), BadAccountLife, TimeSpan.FromHours(1), TimeSpan.FromDays(3_650));
        Within(nameof(CarrierGrace), CarrierGrace, TimeSpan.Zero, TimeSpan.FromDays(1));

        // A shipment's facts wait for half of a journey of some six days on average, about twenty of them at first.
        var pending = Math.Min(ShipmentsPerHour * 144 / TimeScale, Shipments ?? int.MaxValue) * 20;
        if (pending > MostPending)
        {
            throw new ArgumentOutOfRangeException(
                nameof(ShipmentsPerHour),
                ShipmentsPerHour,
                $"would keep about {pending:N0} facts waiting, more than {MostPending:N0}; lower {nameof(ShipmentsPerHour)} or raise {nameof(TimeScale)}.");
        }
    }

    private static void Within<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0 || value is double.NaN)
        {
            throw new ArgumentOutOfRangeException(name, value, $"must lie between {least} and {most}.");
        }
    }
}
