using Tracking.Contracts.Access;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clearance;
using Tracking.Domain.Consolidations;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Grains.Shipments;

/// <summary>
/// Boxes and what is in them. A parcel asks the boxes that it was in, so that a hold on a box is in force for all of it at
/// once; a box asks the index of contents, which is written with every append of a parcel that was packed.
/// </summary>
internal sealed partial class ShipmentGrain
{
    // Of more the index alone is believed: it may be stricter than the parcels themselves, never milder.
    private const int MostAsked = 200;
    private const int MostSuspects = 1_000;
    private const int MostNamed = 20;

    public async ValueTask NameBoxAsync(CancellationToken cancellationToken)
    {
        if (!stream.State.Links.IsBox)
        {
            await stream.AppendAsync(state => state.Links.IsBox ? [] : [new BoxNamed(Now())], cancellationToken);
        }
    }

    public ValueTask<BoxAnswer> BoxAsync(BoxQuestion question, CancellationToken cancellationToken)
    {
        if (Bill is { } bill)
        {
            return bill.BoxAsync(question, cancellationToken);
        }

        if (stream.Seen.Version == 0)
        {
            this.DeactivateOnIdle();
        }

        var seen = stream.Seen;
        var reasons = ClearanceRules.OfBox(seen, question, Now())
            .Select(f => new ClearanceReason(f.Row, f.Verdict, f.Authority, f.Hold, $"In box {question.Box.Number}: {ClearanceWords.Of(f)}", []))
            .ToImmutableArray();
        var around = seen.Picture.Boxes.RemoveAll(s => s.Piece is not null && s.Piece != question.Box.Number);
        return ValueTask.FromResult(new BoxAnswer(services.Lease.IsValid ? reasons : reasons.Add(NotCertain($"The silo of box {question.Box.Number} has no valid lease now.")), around));
    }

    // A box knows that it is one before anything is in it: whoever asks about it looks inside.
    private async Task NameBoxesAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken)
    {
        foreach (var fact in facts)
        {
            if (fact is Scan { Packing: { } packing } && packing.Box != fact.Number.Number)
            {
                await Grain(number.Sibling(packing.Box)).NameBoxAsync(cancellationToken);
            }
        }
    }

    private async Task<ClearanceAnswer> WithBoxesAsync(ClearanceQuestion question, ClearanceAnswer answer, CancellationToken cancellationToken)
    {
        if (stream.State.Links.IsBox && !IsUncertain(answer))
        {
            answer = await ClearContentsAsync(question, answer, cancellationToken);
        }

        return await WithBoxesAroundAsync(question, answer, cancellationToken);
    }

    private async Task<ClearanceAnswer> WithBoxesAroundAsync(ClearanceQuestion question, ClearanceAnswer answer, CancellationToken cancellationToken)
    {
        var state = stream.Seen;
        if (state.Picture.Boxes.IsEmpty || IsUncertain(answer))
        {
            return answer;
        }

        var piece = question.Number == number ? null : question.Number.Number;
        var permits = state.Picture.Permits.Where(p => p.Purpose == question.Purpose && p.Applies(piece)).Select(p => p.Authority).Distinct().ToImmutableArray();
        var reasons = await AroundAsync(
            new BoxWalk(state.Picture.Boxes, piece),
            new BoxQuestion(number, question.Purpose, 0, state.Picture.ArrivedIn, state.Picture.Departed, permits),
            cancellationToken);
        return reasons.IsEmpty ? answer : ClearanceAnswers.With(answer, reasons, 0);
    }

    // Asks the boxes around something, one after the other: there are few.
    private async Task<ImmutableArray<ClearanceReason>> AroundAsync(BoxWalk walk, BoxQuestion about, CancellationToken cancellationToken)
    {
        var reasons = ImmutableArray.CreateBuilder<ClearanceReason>();
        while (walk.TryNext(out var step))
        {
            var box = number.Sibling(step.Box);
            var reply = await Grain(box).BoxAsync(about with { Box = box, Until = step.Until }, cancellationToken);
            reasons.AddRange(reply.Reasons);
            walk.Add(step, reply.Around);
        }

        if (walk.IsCutOff)
        {
            reasons.Add(NotCertain($"It was in more than {BoxWalk.MostBoxes} boxes, or in boxes nested deeper than {BoxWalk.Deepest}: not all were asked."));
        }

        return reasons.ToImmutable();
    }

    private async Task<ClearanceAnswer> ClearContentsAsync(ClearanceQuestion question, ClearanceAnswer own, CancellationToken cancellationToken)
    {
        var contents = await services.Contents.ReadAsync(number, question.Purpose, MostSuspects, cancellationToken);
        var believed = contents.Blocked > MostAsked;
        var asked = believed ? contents.Suspects[..MostNamed] : contents.Suspects;
        var answers = await Task.WhenAll(asked.Select(s => AskAsync(s.Number, s.IsBox, question, cancellationToken)));
        var blocking = answers.SelectMany(r => r).OrderByDescending(r => r.Verdict).ToList();
        var blocked = believed ? contents.Blocked : answers.Count(r => r.Length > 0);
        var reasons = ClearanceRules.OfBox(stream.Seen, new BoxQuestion(number, question.Purpose, long.MaxValue, [], false, []), Now())
            .Select(f => new ClearanceReason(f.Row, f.Verdict, f.Authority, f.Hold, ClearanceWords.Of(f), []))
            .Concat(blocking.Take(MostNamed))
            .ToList();
        if (believed && contents.Strictest > (blocking.Count == 0 ? ClearanceVerdict.Go : blocking[0].Verdict))
        {
            reasons.Add(new ClearanceReason(ClearanceRow.NotReleased, contents.Strictest, null, null, $"{contents.Blocked} things inside may not.", []));
        }

        if (contents.IsCutOff || (blocked == 0 && contents.Suspects.Length == MostSuspects))
        {
            reasons.Add(NotCertain("There is more inside than can be looked at for one answer."));
        }

        if (!services.Lease.IsValid)
        {
            reasons.Add(NotCertain(ClearanceWords.Of(new ClearanceFit(ClearanceRow.NotFenced, ClearanceVerdict.Unknown, null, null))));
        }

        var members = Math.Max(1, contents.Members);
        return ClearanceAnswers.With(own with { Verdict = ClearanceVerdict.Go, Reasons = [], Pieces = members }, [.. reasons], Math.Max(0, members - blocked));
    }

    // What stands in the way of one thing inside; nothing where it may.
    private async Task<ImmutableArray<ClearanceReason>> AskAsync(string member, bool isBox, ClearanceQuestion question, CancellationToken cancellationToken)
    {
        var inside = number.Sibling(member);
        var found = isBox
            // What is in it is looked at with the rest.
            ? await AroundAsync(new BoxWalk([new BoxStay(null, member, 0, null)], null), new BoxQuestion(inside, question.Purpose, 0, [], false, []), cancellationToken)
            : (await Grain(inside).ClearAsync(question with { Number = inside, Asker = Actor.System }, cancellationToken)).Reasons;
        return [.. found.Where(r => r.Verdict != ClearanceVerdict.Go).Select(r => r with { Hold = null, Text = $"{member}: {r.Text}", Pieces = [member] })];
    }

    private static bool IsUncertain(ClearanceAnswer answer) => answer.Reasons.Any(r => r.Row == ClearanceRow.NotFenced);

    private static ClearanceReason NotCertain(string text) => new(ClearanceRow.NotFenced, ClearanceVerdict.Unknown, null, null, text, []);
}
