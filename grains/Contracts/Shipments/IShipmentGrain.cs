using Orleans.Concurrency;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Notices;

namespace Tracking.Contracts.Shipments;

/// <summary>One shipment, or one piece's number that forwards to its bill. Key: <c>carrier/number</c>.</summary>
[Alias("tracking.shipment")]
public interface IShipmentGrain : IGrainWithStringKey
{
    /// <summary>Takes facts in; answers when all accepted ones are durable, in the order given.</summary>
    /// <param name="facts">Facts about this number, or handed over by a piece of this bill.</param>
    /// <param name="cancellationToken">Gives up waiting; what was appended stays.</param>
    [Alias("receive")]
    ValueTask<ImmutableArray<FactOutcome>> ReceiveAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken = default);

    /// <summary>May it move on? Answers <i>unknown</i> rather than from a memory that may be stale.</summary>
    /// <param name="question">Number, purpose and asker.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("clear"), AlwaysInterleave]
    ValueTask<ClearanceAnswer> ClearAsync(ClearanceQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Everything known, with the timeline; null for a number never seen.</summary>
    /// <param name="showRestricted">Whether restricted reasons are shown.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("get"), AlwaysInterleave]
    ValueTask<ShipmentView?> GetAsync(bool showRestricted, CancellationToken cancellationToken = default);

    /// <summary>Called by a bill on its piece: link or unlink. Idempotent.</summary>
    /// <param name="request">Which bill, since when.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The answer, and where it is confirmed the facts that the piece hands over.</returns>
    [Alias("link")]
    ValueTask<LinkReply> LinkAsync(LinkRequest request, CancellationToken cancellationToken = default);

    /// <summary>Called by a piece on a bill that names it, when it leaves for another bill or comes back. Idempotent.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="answer">Confirmed, or belongs elsewhere.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The facts about the piece that this bill has.</returns>
    [Alias("relink")]
    ValueTask<ImmutableArray<Fact>> RelinkAsync(ShipmentNumber piece, LinkAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>Called by a bill on a piece: these facts about you came to me, but you belong elsewhere. Idempotent.</summary>
    /// <param name="bill">The bill.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("hand-over")]
    ValueTask HandOverAsync(ShipmentNumber bill, ImmutableArray<Fact> facts, CancellationToken cancellationToken = default);

    /// <summary>Clearance from this stream alone, never forwarded: asked by a bill while a link is not confirmed.</summary>
    /// <param name="question">Number, purpose and asker.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("clear-own"), AlwaysInterleave]
    ValueTask<ClearanceAnswer> ClearOwnAsync(ClearanceQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Says that something is reported to be inside this number. Idempotent.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("name-box")]
    ValueTask NameBoxAsync(CancellationToken cancellationToken = default);

    /// <summary>What of this box alone stands in the way of something that was inside it, and which boxes it was in itself.</summary>
    /// <param name="question">Until when it was inside, and what is wanted with it.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("box"), AlwaysInterleave]
    ValueTask<BoxAnswer> BoxAsync(BoxQuestion question, CancellationToken cancellationToken = default);

    /// <summary>Goes on with links that were not confirmed yet, for example after a crash. Idempotent.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("resume")]
    ValueTask ResumeAsync(CancellationToken cancellationToken = default);

    /// <summary>Decides a command on the case of a hold.</summary>
    /// <param name="request">What is wanted, by whom, on what evidence.</param>
    /// <param name="cancellationToken">Gives up waiting; what was appended stays.</param>
    /// <returns>The case after it, or why it was refused.</returns>
    [Alias("decide-case")]
    ValueTask<CaseReply> DecideCaseAsync(CaseRequest request, CancellationToken cancellationToken = default);

    /// <summary>Issues a notice about a hold: what it discloses is in the stream for good.</summary>
    /// <param name="request">What is issued, by whom, under which reference.</param>
    /// <param name="cancellationToken">Gives up waiting; what was appended stays.</param>
    [Alias("issue-notice")]
    ValueTask<NoticeReply> IssueNoticeAsync(NoticeRequest request, CancellationToken cancellationToken = default);

    /// <summary>Closes a discrepancy. Idempotent.</summary>
    /// <param name="closing">Which, by whom, and why.</param>
    /// <param name="cancellationToken">Gives up waiting; what was appended stays.</param>
    /// <returns>The discrepancy as it is now; null where the shipment has none such.</returns>
    [Alias("close-discrepancy")]
    ValueTask<DiscrepancyView?> CloseDiscrepancyAsync(DiscrepancyClosing closing, CancellationToken cancellationToken = default);

    /// <summary>Takes the steps of deadlines that have become due. Idempotent.</summary>
    /// <param name="now">What the clock of whoever woke them says: the later of the two clocks counts.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("step-deadlines")]
    ValueTask StepDeadlinesAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}
