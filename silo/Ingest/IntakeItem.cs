using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Formats;

namespace Tracking.Silo.Ingest;

/// <summary>One item of a request: what was read, then what became of it.</summary>
internal struct IntakeItem
{
    /// <summary>Its index in an array, or its line from 1.</summary>
    public long Number;

    /// <summary>The fact; null where it was refused at the door.</summary>
    public Fact? Fact;

    /// <summary>What became of it; for one refused at the door at once.</summary>
    public FactOutcome Outcome;

    /// <summary>What is wrong with it.</summary>
    public ImmutableArray<Complaint> Complaints;

    /// <summary>Whether its bytes were no JSON.</summary>
    public bool Broken;
}
