using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Cases;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Notices;

/// <summary>Decides whether a notice is issued. A notice discloses; what was disclosed is an event for good.</summary>
public static class NoticeEvents
{
    /// <summary>Decides.</summary>
    /// <param name="case">The case as it is.</param>
    /// <param name="draft">What may be said now.</param>
    /// <param name="issued">What was issued about the hold before.</param>
    /// <param name="command">What is wanted.</param>
    /// <param name="actor">Who wants it: a person of the hold's authority.</param>
    /// <param name="at">Now, as stamped at the edge.</param>
    /// <returns>The event, or the one that it repeats, or why there is none with a sentence.</returns>
    public static (NoticeIssued? Event, bool IsNew, NoticeRefusal? Refusal, string? Sentence) Issue(
        Case @case, NoticeDraft draft, IEnumerable<NoticeIssued> issued, NoticeCommand command, Actor actor, ReportedTime at)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);

        // The same once more is answered as it was, whatever has happened since.
        ImmutableArray<NoticeField> fields = command.Fields.IsEmpty ? Said(draft) : [.. command.Fields.Distinct().Order()];
        var before = issued.FirstOrDefault(n => n.Kind == command.Kind && n.Reference == command.Reference && n.Recipient == command.Recipient);
        if (before is not null && (command.Fields.IsEmpty || before.Fields.SequenceEqual(fields)))
        {
            return (before, false, null, null);
        }

        var (refusal, sentence) = before is not null
            ? (NoticeRefusal.ReferenceUsed, $"{command.Reference} was issued at {before.At} with other fields: {string.Join(", ", before.Fields.Select(f => Name(f)))}. Give what is said now a reference of its own.")
            : Refuse(@case, draft, command, actor);
        return refusal is not null ? (null, false, refusal, sentence) : (Issued(@case, draft.Stage, command with { Fields = fields }, actor, at), true, null, null);
    }

    /// <summary>The offer of abandonment that a command on a case makes: a disclosure like any other.</summary>
    /// <param name="case">The case before it.</param>
    /// <param name="change">The change, with the authority's reference.</param>
    /// <param name="draft">The offer's text; null: all counts as said that may be.</param>
    public static NoticeIssued Offered(Case @case, CaseChanged change, NoticeDraft? draft)
    {
        ArgumentNullException.ThrowIfNull(change);
        var row = NoticeTable.Of(NoticeKind.AbandonmentOffer);
        var stage = draft?.Stage ?? row.AtLeast;
        var offer = new NoticeCommand
        {
            Kind = row.Kind,
            SeenRevision = change.Revision,
            Reference = change.Reference,
            Fields = draft is null ? [.. Enum.GetValues<NoticeField>().Where(f => DisclosureTable.MaySay(f, row.To, stage))] : Said(draft),
        };
        return Issued(@case, stage, offer, change.By, change.At);
    }

    private static NoticeIssued Issued(Case @case, DisclosureStage stage, NoticeCommand command, Actor actor, ReportedTime at) => new()
    {
        Authority = @case.Authority,
        Hold = @case.Hold,
        Kind = command.Kind,
        Stage = stage,
        Fields = command.Fields,
        Recipient = command.Recipient,
        Reference = command.Reference!,
        By = actor,
        At = at,
    };

    private static (NoticeRefusal? Refusal, string? Sentence) Refuse(Case @case, NoticeDraft draft, NoticeCommand command, Actor actor)
    {
        var row = NoticeTable.Of(command.Kind);
        if (command.SeenRevision != @case.Revision)
        {
            return (NoticeRefusal.Stale, $"You saw revision {command.SeenRevision}, the case is at {@case.Revision} and {CaseWords.Of(@case.Stage)} now. Look at it again, then decide.");
        }

        if (command.Kind == NoticeKind.AbandonmentOffer)
        {
            return (NoticeRefusal.OfferIsACommand, "An offer of abandonment is made by the command offer-abandonment on the case, which issues it.");
        }

        if (!row.Stages.Contains(@case.Stage))
        {
            return (NoticeRefusal.NotAtThisStage, $"The case is {CaseWords.Of(@case.Stage)}. This notice, {Name(command.Kind)}, is possible while it is {string.Join(", ", row.Stages.Select(CaseWords.Of))}.");
        }

        if (actor.Role is not (ActorRole.Officer or ActorRole.Supervisor))
        {
            return (NoticeRefusal.NotInThisRole, $"A notice is issued by {CaseWords.Of(CaseRole.Officer)}.");
        }

        return string.IsNullOrWhiteSpace(command.Reference) ? (NoticeRefusal.ReferenceMissing, "A notice is issued when the authority has given it a reference: give it in 'reference'.")
            : row.To == NoticeRecipient.RightHolder && string.IsNullOrWhiteSpace(command.Recipient) ? (NoticeRefusal.RecipientMissing, "Name the right holder that is told in 'recipient'.")
            : row.To != NoticeRecipient.RightHolder && command.Recipient is not null ? (NoticeRefusal.RecipientGiven, $"Leave 'recipient' out: the shipment names its {Name(row.To)}.")
            : command.Fields.Where(f => !Said(draft).Contains(f)).Select(f => Name(f)).ToList() is { Count: > 0 } redacted
                ? (NoticeRefusal.Redacted, $"Not to be said to the {Name(row.To)} at this stage ({Name(draft.Stage)}), or not known: {string.Join(", ", redacted)}. To be said: {string.Join(", ", Said(draft).Select(f => Name(f)))}.")
            : (null, null);
    }

    private static ImmutableArray<NoticeField> Said(NoticeDraft draft) => [.. draft.Lines.Select(l => l.Field).Distinct().Order()];

    private static string Name(Enum value) => CaseViews.Name(value);
}
