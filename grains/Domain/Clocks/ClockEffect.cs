namespace Tracking.Domain.Clocks;

/// <summary>What the law says when a clock runs out. It is proposed, and a named officer confirms it.</summary>
public enum ClockEffect : byte
{
    /// <summary>Nothing follows but that it is late: a breach is shown, the goods stay where they are.</summary>
    Breach = 0,
    /// <summary>The goods are considered detained.</summary>
    DeemedDetained = 1,
    /// <summary>The goods are deemed excluded from entry. Never a release.</summary>
    DeemedExcluded = 2,
    /// <summary>The protest is deemed denied.</summary>
    DeemedDenied = 3,
    /// <summary>The declarant is deemed to have agreed to destruction.</summary>
    DeemedAgreed = 4,
    /// <summary>The goods are released, or the suspension ends.</summary>
    Release = 5,
    /// <summary>Seizure or exclusion, as customs decides.</summary>
    SeizureOrExclusion = 6,
    /// <summary>Information or samples may go to the right's owner.</summary>
    Disclosure = 7,
    /// <summary>Forfeiture to the state goes on.</summary>
    Forfeiture = 8,
    /// <summary>The goods are destroyed.</summary>
    Destruction = 9,
    /// <summary>The goods are considered abandoned.</summary>
    DeemedAbandoned = 10,
    /// <summary>Something that was valid, or provisional, is so no longer.</summary>
    Lapse = 11,
}
