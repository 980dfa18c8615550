using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Holds;

/// <summary>A hold, exam or pre-departure request, as the facts have it.</summary>
public sealed record Hold
{
    /// <summary>The id of the decision that placed it.</summary>
    public required string Id { get; init; }
    /// <summary>Key of that decision.</summary>
    public required UInt128 Key { get; init; }
    /// <summary>Kind.</summary>
    public required HoldKind Kind { get; init; }
    /// <summary>Whether it is a hold, an exam or a request.</summary>
    public required HoldNature Nature { get; init; }
    /// <summary>Who placed it.</summary>
    public required string Authority { get; init; }
    /// <summary>Customs territory of that authority.</summary>
    public required string Territory { get; init; }
    /// <summary>The procedure that it belongs to.</summary>
    public CustomsProcedure Procedure { get; init; }
    /// <summary>Whether the carrier placed it itself.</summary>
    public bool ByCarrier { get; init; }
    /// <summary>Whether a detention placed it: ends with what the detention ends in, release included.</summary>
    public bool IsDetention { get; init; }
    /// <summary>Whether a release by its authority in its procedure ends it.</summary>
    public bool EndsInRelease => IsDetention || Terms.UntilRelease;
    /// <summary>Legal basis, reason, reference, code, port.</summary>
    public required HoldTerms Terms { get; init; }
    /// <summary>Effective time of the placing, microseconds since 1970 UTC.</summary>
    public required long PlacedAt { get; init; }
    /// <summary>The same in its reporter's words.</summary>
    public short OffsetMinutes { get; init; }
    /// <summary>Effective time of removal or completion; null while open.</summary>
    public long? RemovedAt { get; init; }
    /// <summary>Pieces that it holds; empty: all.</summary>
    public ImmutableArray<string> Pieces { get; init; } = [];
    /// <summary>Pieces that were freed from it since, by number.</summary>
    public ImmutableArray<FreedPiece> FreedPieces { get; init; } = [];
    /// <summary>Since when the carrier could know of it, microseconds since 1970 UTC; null while it could not.</summary>
    public long? KnownAt { get; init; }

    /// <summary>The standing order that placed it, as owner/id; null where a decision did.</summary>
    public string? Order { get; init; }

    /// <summary>Whether it is a hold or an exam: what is counted and listed as such.</summary>
    public bool IsCounted => Nature is HoldNature.Hold or HoldNature.Exam;

    /// <summary>Whether it is open for at least one piece.</summary>
    public bool IsOpen => RemovedAt is null;

    /// <summary>Whether it holds a piece.</summary>
    /// <param name="piece">The piece; null for one without a number of its own.</param>
    public bool Applies(string? piece) =>
        IsOpen && (Pieces.IsEmpty || (piece is not null && Pieces.Contains(piece))) && (piece is null || !HasFreed(piece));

    /// <summary>Whether a piece was freed from it.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="until">Until when, microseconds since 1970 UTC.</param>
    public bool HasFreed(string piece, long until = long.MaxValue)
    {
        foreach (var freed in FreedPieces)
        {
            if (freed.Piece == piece && freed.At <= until)
            {
                return true;
            }
        }

        return false;
    }
}
