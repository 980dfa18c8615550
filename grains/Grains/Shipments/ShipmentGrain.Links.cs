using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Grains.Shipments;

/// <summary>Bills and their pieces: every step is durable before the next and may be done again after a crash.</summary>
internal sealed partial class ShipmentGrain
{
    public async ValueTask ResumeAsync(CancellationToken cancellationToken)
    {
        foreach (var request in stream.PendingLinks())
        {
            var piece = Grain(request.Piece);
            var reply = await piece.LinkAsync(request, cancellationToken);
            if (!reply.Facts.IsEmpty)
            {
                await stream.ReceiveAsync(reply.Facts, cancellationToken);
            }

            if (!request.Linked || reply.Answer != LinkAnswer.Confirmed)
            {
                // What this bill has of the piece goes back to it before the answer is noted.
                await piece.HandOverAsync(number, await FactsAboutAsync(request.Piece, cancellationToken), cancellationToken);
            }

            var answered = new PieceAnswered(request, reply.Answer, Now());
            await stream.AppendAsync(state => IsNewer(state.Links.Answers.GetValueOrDefault(request.Piece.Number), answered) ? [answered] : [], cancellationToken);
        }
    }

    public async ValueTask<LinkReply> LinkAsync(LinkRequest request, CancellationToken cancellationToken)
    {
        if (request.Linked && (!stream.State.Picture.Pieces.IsEmpty || stream.State.Links.IsBox))
        {
            return new LinkReply(LinkAnswer.IsBill, []);
        }

        var told = new LinkTold(request, Now());
        await stream.AppendAsync(state => state.Links.Told.TryGetValue(request.Bill.Number, out var known) && known.Version >= request.Version ? [] : [told], cancellationToken);
        var belongs = stream.State.Links.Belongs;
        if (request.Linked && belongs?.Bill == request.Bill)
        {
            return new LinkReply(LinkAnswer.Confirmed, await CollectFactsAsync(request.Bill, cancellationToken));
        }

        if (!request.Linked && belongs is not null)
        {
            // Another bill has named it all along: it belongs there again.
            await Grain(belongs.Bill).RelinkAsync(number, LinkAnswer.Confirmed, cancellationToken);
        }

        return new LinkReply(request.Linked ? LinkAnswer.BelongsElsewhere : LinkAnswer.Confirmed, []);
    }

    public async ValueTask<ImmutableArray<Fact>> RelinkAsync(ShipmentNumber piece, LinkAnswer answer, CancellationToken cancellationToken)
    {
        await stream.AppendAsync(
            state => state.Links.Answers.TryGetValue(piece.Number, out var last) && last.Answer != answer ? [last with { Answer = answer, At = Now() }] : [],
            cancellationToken);
        return await FactsAboutAsync(piece, cancellationToken);
    }

    public async ValueTask HandOverAsync(ShipmentNumber bill, ImmutableArray<Fact> facts, CancellationToken cancellationToken)
    {
        if (stream.State.Links.Belongs?.Bill == bill)
        {
            await Grain(bill).RelinkAsync(number, LinkAnswer.Confirmed, cancellationToken);
        }
        else if (!facts.IsEmpty)
        {
            await ReceiveAsync(facts, cancellationToken);
        }
    }

    // The piece's own facts from before, and what other bills that named it have collected.
    private async Task<ImmutableArray<Fact>> CollectFactsAsync(ShipmentNumber bill, CancellationToken cancellationToken)
    {
        var facts = (await FactsAboutAsync(number, cancellationToken)).ToBuilder();
        foreach (var other in stream.State.Links.Told.Values.Where(r => r.Linked && r.Bill != bill).ToList())
        {
            facts.AddRange(await Grain(other.Bill).RelinkAsync(number, LinkAnswer.BelongsElsewhere, cancellationToken));
        }

        return facts.ToImmutable();
    }

    // A fact about a piece may be on its way here while the piece is linked elsewhere: it is kept, and handed on.
    private async Task HandOverStrayAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken)
    {
        if (AllAboutThis(facts))
        {
            return;
        }

        var state = stream.State;
        foreach (var stray in facts.Where(f => f.Number != number).GroupBy(f => f.Number))
        {
            if (!state.Picture.Pieces.Contains(stray.Key.Number) || state.Links.IsElsewhere(stray.Key.Number))
            {
                await Grain(stray.Key).HandOverAsync(number, [.. stray], cancellationToken);
            }
        }
    }

    // A loop, for nearly every scan goes through it.
    private bool AllAboutThis(ImmutableArray<Fact> facts)
    {
        foreach (var fact in facts)
        {
            if (fact.Number != number)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<ImmutableArray<Fact>> FactsAboutAsync(ShipmentNumber about, CancellationToken cancellationToken)
    {
        if (stream.State.Facts.IsEmpty)
        {
            return [];
        }

        var loaded = await services.Journal.LoadAsync(number, cancellationToken);
        return [.. loaded.Events.OfType<FactEvent>().Select(e => e.Fact).Where(f => f.Number == about)];
    }

    private static bool IsNewer(PieceAnswered? last, PieceAnswered answered) =>
        last is null || last.Request.Version <= answered.Request.Version;

    private long Now() => ReportedTime.From(services.Time.GetUtcNow()).Microseconds;
}
