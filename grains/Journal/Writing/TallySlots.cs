namespace Tracking.Journal.Writing;

/// <summary>Each tally is kept in several rows, so that writers do not wait for each other at hot sellers.</summary>
internal static class TallySlots
{
    /// <summary>How many rows a tally may have.</summary>
    public const int Count = 64;

    /// <summary>The slot of a writer.</summary>
    /// <param name="first">The silo's first slot; null: drawn from the last bits of a new UUID, which are random.</param>
    public static int First(int? first) => first ?? Guid.NewGuid().ToByteArray()[15] % Count;
}
