using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Shipments;

/// <summary>What a stream knows of links: as a bill, what its pieces answered; as a piece, where it was told to belong.</summary>
public sealed record LinkState
{
    /// <summary>Without any link.</summary>
    public static LinkState None { get; } = new();

    /// <summary>As a bill: the last answer of each piece.</summary>
    public ImmutableDictionary<string, PieceAnswered> Answers { get; init; } = ImmutableDictionary<string, PieceAnswered>.Empty;

    /// <summary>As a piece: what each bill said last.</summary>
    public ImmutableDictionary<string, LinkRequest> Told { get; init; } = ImmutableDictionary<string, LinkRequest>.Empty;

    /// <summary>Whether something was reported to be inside this number.</summary>
    public bool IsBox { get; init; }

    /// <summary>The link that counts: of all bills that claim the piece the one whose manifest is last in the order; null where none does.</summary>
    public LinkRequest? Belongs
    {
        get
        {
            // Asked several times a scan: most numbers belong to nobody, and walking an empty dictionary is not free.
            if (Told.IsEmpty)
            {
                return null;
            }

            LinkRequest? belongs = null;
            foreach (var request in Told.Values)
            {
                if (request.Linked && (belongs is null || Place(request).CompareTo(Place(belongs)) > 0))
                {
                    belongs = request;
                }
            }

            return belongs;
        }
    }

    /// <summary>Whether a piece answered that it belongs elsewhere or is a bill itself.</summary>
    /// <param name="piece">The piece's number.</param>
    public bool IsElsewhere(string piece) => Answers.TryGetValue(piece, out var answered) && answered.Answer != LinkAnswer.Confirmed;

    /// <summary>The state after a piece answered. Of two answers the one to the later request counts.</summary>
    /// <param name="answered">The answer.</param>
    public LinkState After(PieceAnswered answered)
    {
        ArgumentNullException.ThrowIfNull(answered);
        var piece = answered.Request.Piece.Number;
        return Answers.TryGetValue(piece, out var known) && known.Request.Version > answered.Request.Version ? this : this with { Answers = Answers.SetItem(piece, answered) };
    }

    /// <summary>The state after a bill told where this number belongs. Of two requests of one bill the later version counts.</summary>
    /// <param name="told">What it was told.</param>
    public LinkState After(LinkTold told)
    {
        ArgumentNullException.ThrowIfNull(told);
        var bill = told.Request.Bill.Number;
        return Told.TryGetValue(bill, out var known) && known.Version > told.Request.Version ? this : this with { Told = Told.SetItem(bill, told.Request) };
    }

    /// <summary>Links that the bill still has to bring about: pieces of its manifest that have not answered, and answered ones that it no longer names.</summary>
    /// <param name="bill">The bill.</param>
    /// <param name="picture">Its picture.</param>
    /// <param name="version">Its version now.</param>
    public ImmutableArray<LinkRequest> Pending(ShipmentNumber bill, ShipmentPicture picture, int version)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Manifest is null && Answers.IsEmpty)
        {
            return [];
        }

        var (since, key) = picture.Manifest is { } at ? (at.Time, at.Key) : (0, UInt128.Zero);
        var pending = ImmutableArray.CreateBuilder<LinkRequest>();
        foreach (var piece in picture.Pieces)
        {
            if (piece != bill.Number && !(Answers.TryGetValue(piece, out var answered) && answered.Request.Linked && answered.Request.Since == since && answered.Request.Fact == key))
            {
                pending.Add(new LinkRequest(bill, bill.Sibling(piece), since, key, Linked: true, version));
            }
        }

        foreach (var answered in Answers.Values)
        {
            if (answered.Request.Linked && !picture.Pieces.Contains(answered.Request.Piece.Number))
            {
                pending.Add(answered.Request with { Since = since, Fact = key, Linked = false, Version = version });
            }
        }

        return pending.ToImmutable();
    }

    private static (long Since, UInt128 Fact, string Bill) Place(LinkRequest request) => (request.Since, request.Fact, request.Bill.Number);
}
