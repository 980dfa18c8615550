using Microsoft.Extensions.Logging;
using Orleans.Concurrency;
using Orleans.Runtime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Clearance;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Grains.Shipments.Homes;

namespace Tracking.Grains.Shipments;

/// <summary>
/// One shipment, or one piece's number that forwards to its bill. Reentrant, so that bills and pieces may call each other;
/// whoever appends takes the stream's turn first and never holds it across a call to another grain.
/// </summary>
[GrainType("shipment"), HomePlacement, Reentrant, CollectionAgeLimit(Hours = 12)]
internal sealed partial class ShipmentGrain(ShipmentServices services) : Grain, IShipmentGrain
{
    // A context taken from the services would stay in the scope that each activation has, in a dictionary of its own.
    private ShipmentNumber number;
    private ShipmentStream stream = null!;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        number = ShipmentNumber.Parse(this.GetPrimaryKeyString());
        stream = await ShipmentStream.LoadAsync(number, services, this, cancellationToken);
        services.Residents.Enter(stream);
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // The next activation must not read the stream while this one still appends to it. There is none where it could not be read.
        if (stream is not null)
        {
            services.Residents.Leave(stream);
            await stream.CloseAsync().WaitAsync(cancellationToken);
        }
    }

    public async ValueTask<ImmutableArray<FactOutcome>> ReceiveAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken)
    {
        if (Bill is { } bill)
        {
            return await bill.ReceiveAsync(facts, cancellationToken);
        }

        await NameBoxesAsync(facts, cancellationToken);
        var outcomes = await stream.ReceiveAsync(facts, cancellationToken);
        if (outcomes.IsDefault)
        {
            // It was linked while it waited for its turn.
            return await Bill!.ReceiveAsync(facts, cancellationToken);
        }

        if (stream.LinksPending)
        {
            await ResumeAsync(cancellationToken);
        }

        await HandOverStrayAsync(facts, cancellationToken);
        await MeetSellersAsync(facts, outcomes, cancellationToken);
        LeaveMemoryWhenDone();
        return outcomes;
    }

    public async ValueTask<ClearanceAnswer> ClearAsync(ClearanceQuestion question, CancellationToken cancellationToken)
    {
        if (Bill is { } bill)
        {
            var told = await bill.ClearAsync(question, cancellationToken);

            // Linked before anything was in it: what is inside is known here alone.
            return stream.State.Links.IsBox ? ClearanceAnswers.Stricter(told, await ClearContentsAsync(question, told, cancellationToken)) : told;
        }

        var answer = ClearOwn(question);
        if (stream.LinksPending)
        {
            answer = await StricterOfPiecesAsync(question, answer, cancellationToken);
        }

        if (stream.IsOrHasBox)
        {
            answer = await WithBoxesAsync(question, answer, cancellationToken);
        }

        if (ClearanceAnswers.TellsCarrier(answer, question))
        {
            await MakeKnownAsync(answer, question.Asker, cancellationToken);
        }

        return answer;
    }

    public async ValueTask<ClearanceAnswer> ClearOwnAsync(ClearanceQuestion question, CancellationToken cancellationToken) =>
        await WithBoxesAroundAsync(question, ClearOwn(question), cancellationToken);

    private ClearanceAnswer ClearOwn(ClearanceQuestion question)
    {
        if (stream.Seen.Version == 0)
        {
            // A number never seen keeps no activation alive.
            this.DeactivateOnIdle();
        }

        return stream.Clear(question);
    }

    public async ValueTask<ShipmentView?> GetAsync(bool showRestricted, CancellationToken cancellationToken)
    {
        if (Bill is { } bill)
        {
            var view = await bill.GetAsync(showRestricted, cancellationToken);
            return view is null ? null : view with { AskedAs = number.Number };
        }

        if (stream.State.Version == 0)
        {
            this.DeactivateOnIdle();
            return null;
        }

        // The texts lie in the stream: what a person reads is folded from there, not from memory.
        return await ShipmentReading.ReadAsync(number, services, showRestricted, cancellationToken);
    }

    private IShipmentGrain? Bill => stream.State.Links.Belongs is { } link ? Grain(link.Bill) : null;

    private IShipmentGrain Grain(ShipmentNumber other) => services.Grains.GetGrain<IShipmentGrain>(other.ToString());

    private async Task<ClearanceAnswer> StricterOfPiecesAsync(ClearanceQuestion question, ClearanceAnswer answer, CancellationToken cancellationToken)
    {
        var asked = question.Number == number
            ? stream.PendingLinks().Where(r => r.Linked).Select(r => r.Piece)
            : stream.PendingLinks().Where(r => r.Linked && r.Piece == question.Number).Select(r => r.Piece);
        foreach (var piece in asked)
        {
            var own = await Grain(piece).ClearOwnAsync(question with { Number = piece }, cancellationToken);
            answer = ClearanceAnswers.Stricter(answer, own);
        }

        return answer;
    }

    private async Task MakeKnownAsync(ClearanceAnswer answer, Actor asker, CancellationToken cancellationToken)
    {
        var told = stream.State.Told;
        var fresh = answer.Reasons.Select(r => r.Hold).OfType<string>().Where(h => !told.ContainsKey(h)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (fresh.IsEmpty)
        {
            return;
        }

        try
        {
            var at = ReportedTime.From(answer.AskedAt).Microseconds;
            await stream.AppendAsync(state => [.. fresh.Where(h => !state.Told.ContainsKey(h)).Select(h => new HoldMadeKnown(h, asker, at))], cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // The answer is 'not go' all the same; that it was given is only noted later.
            LogNotNoted(services.Logger, exception, number.ToString());
        }
    }

    private async Task MeetSellersAsync(ImmutableArray<Fact> facts, ImmutableArray<FactOutcome> outcomes, CancellationToken cancellationToken)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            if (facts[i] is Dispatch dispatch && outcomes[i].Result == FactResult.Accepted)
            {
                var seller = services.Grains.GetGrain<ISellerGrain>(dispatch.Seller.ToString());
                await seller.MeetAsync(new ReportedTime(dispatch.ReceivedAt, 0).ToDateTimeOffset(), cancellationToken);
            }
        }
    }

    // Finished shipments make room at once: the next scan of one is a rescan and may be cold.
    private void LeaveMemoryWhenDone()
    {
        if (stream.IsFinished)
        {
            this.DeactivateOnIdle();
        }
    }

    [LoggerMessage(EventId = 2001, Level = LogLevel.Warning, Message = "Shipment {Shipment}: that a hold became known to the carrier was not noted.")]
    private static partial void LogNotNoted(ILogger logger, Exception exception, string shipment);
}
