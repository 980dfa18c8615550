using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Consolidations;

/// <summary>What is in boxes: as fresh as the journal, for it is written with the appends.</summary>
public interface IContentStore
{
    /// <summary>What is inside a box and the boxes in it, and what of it may stand in the way.</summary>
    /// <param name="box">The box.</param>
    /// <param name="purpose">What is wanted with it.</param>
    /// <param name="most">At most so many suspects are named.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<BoxContents> ReadAsync(ShipmentNumber box, ClearancePurpose purpose, int most, CancellationToken cancellationToken);

    /// <summary>A page of what is directly inside a box now, by number.</summary>
    /// <param name="box">The box.</param>
    /// <param name="blockedFor">Only what its own facts do not let go for this purpose; null for all.</param>
    /// <param name="after">The number after which to go on; empty for the beginning.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<ContentRow>> ListAsync(ShipmentNumber box, ClearancePurpose? blockedFor, string after, int limit, CancellationToken cancellationToken);
}

/// <summary>What is inside a box, boxes in boxes included.</summary>
/// <param name="Members">How many things.</param>
/// <param name="Blocked">How many of them their own facts do not let go.</param>
/// <param name="Boxes">How many boxes there are, this one included.</param>
/// <param name="IsCutOff">Whether it has more or deeper boxes than are followed.</param>
/// <param name="Strictest">The strictest that any thing's own facts answer.</param>
/// <param name="Suspects">What may stand in the way, strictest first: all of it, unless there are as many as were asked for.</param>
public sealed record BoxContents(int Members, int Blocked, int Boxes, bool IsCutOff, ClearanceVerdict Strictest, ImmutableArray<Suspect> Suspects);

/// <summary>Something in a box that may not be free to go.</summary>
/// <param name="Number">Its number.</param>
/// <param name="IsBox">Whether it is a box.</param>
/// <param name="Verdict">What its own facts answer; go where another box that it was in, or an order that is not written yet, makes it suspect.</param>
public sealed record Suspect(string Number, bool IsBox, ClearanceVerdict Verdict);
