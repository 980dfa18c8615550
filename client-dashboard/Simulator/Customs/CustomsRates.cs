namespace Tracking.Simulator.Customs;

/// <summary>
/// How often customs steps in. Two dozen officers at a hub of 250,000 parcels a night can open about one in a
/// hundred; targeting finds something in about one of eight; one parcel in 20,000 to 50,000 is seized.
/// </summary>
internal sealed class CustomsRates(double multiplier)
{
    public double HoldHonest { get; } = Math.Min(0.01 * multiplier, 0.3);

    public double HoldCounterfeit { get; } = Math.Min(0.08 * multiplier, 0.8);

    public double Request { get; } = Math.Min(0.004 * multiplier, 0.1);

    public double NotToLoad { get; } = Math.Min(0.00005 * multiplier, 0.01);

    public double ReleaseTakenBack { get; } = Math.Min(0.0005 * multiplier, 0.02);

    public double CarrierHold { get; } = Math.Min(0.004 * multiplier, 0.05);

    /// <summary>How much more often than usual a carrier moves what is held.</summary>
    public double MovesThoughHeld { get; } = Math.Clamp(multiplier, 0, 10);

    // What becomes of counterfeits that are held: the rest slips through the exam and is released.
    public const double SeizedOfHeld = 0.5;
    public const double AbandonedOfHeld = 0.15;
    public const double ExcludedOfHeld = 0.05;
    public const double ForfeitedOfSeized = 0.3;
}
