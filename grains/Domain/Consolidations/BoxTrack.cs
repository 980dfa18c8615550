using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Facts;

namespace Tracking.Domain.Consolidations;

/// <summary>Follows, along the one total order of facts, which boxes a shipment or its pieces are and were in.</summary>
internal sealed class BoxTrack
{
    private List<BoxStay>? stays;

    /// <summary>All stays, in the order of their beginning.</summary>
    public ImmutableArray<BoxStay> Stays => stays is null ? [] : [.. stays];

    /// <summary>Whether it was ever packed.</summary>
    public bool IsEmpty => stays is null;

    /// <summary>Takes a packing in. To be put in again while inside changes nothing; to be taken out unpacked shows that it was inside.</summary>
    /// <param name="piece">The piece; null for the bill's own number.</param>
    /// <param name="packing">What was said.</param>
    /// <param name="at">Effective time.</param>
    public void Pack(string? piece, Packing packing, long at)
    {
        stays ??= [];
        var open = stays.FindIndex(s => s.Piece == piece && s.Box == packing.Box && s.Until is null);
        if (packing.Out)
        {
            if (open >= 0)
            {
                stays[open] = stays[open] with { Until = at };
            }
            else if (!stays.Exists(s => s.Piece == piece && s.Box == packing.Box))
            {
                stays.Add(new BoxStay(piece, packing.Box, 0, at));
            }
        }
        else if (open < 0)
        {
            stays.Add(new BoxStay(piece, packing.Box, at, null));
        }
    }

    /// <summary>What is delivered, returned or destroyed is in no box any more.</summary>
    /// <param name="piece">The piece; null for all of the bill.</param>
    /// <param name="at">Effective time.</param>
    public void End(string? piece, long at)
    {
        for (var i = 0; i < (stays?.Count ?? 0); i++)
        {
            if (stays![i].Until is null && (piece is null || stays[i].Piece == piece))
            {
                stays[i] = stays[i] with { Until = at };
            }
        }
    }
}
