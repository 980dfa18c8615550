using Orleans.Concurrency;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;

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

    /// <summary>Called by a piece on the bill that it leaves for another: from now on its facts count there. Idempotent.</summary>
    /// <param name="request">The link to the other bill.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>The facts about the piece that this bill has.</returns>
    [Alias("leave")]
    ValueTask<ImmutableArray<Fact>> LeaveAsync(LinkRequest request, CancellationToken cancellationToken = default);

    /// <summary>Goes on with links that were not confirmed yet, for example after a crash. Idempotent.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    [Alias("resume")]
    ValueTask ResumeAsync(CancellationToken cancellationToken = default);
}
