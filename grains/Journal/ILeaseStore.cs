namespace Tracking.Journal;

/// <summary>
/// Leases of silos. A silo whose lease is valid has applied every standing order that is in force: a renewal names the epoch
/// that the silo has applied and is refused below the last one that was committed. Validity is counted by the silo from
/// before it sent the renewal, and by others from when they saw it, each on its own monotonic clock; wall clocks are never compared.
/// </summary>
public interface ILeaseStore
{
    /// <summary>Writes a silo's row, so that whoever places an order waits for it from now on. Gives no lease yet: orders are read first.</summary>
    /// <param name="silo">The silo's name.</param>
    /// <param name="incarnation">Tells one run of the silo from another.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether the row is ours; false where a later incarnation of the silo has come.</returns>
    ValueTask<bool> EnterAsync(string silo, Guid incarnation, CancellationToken cancellationToken);

    /// <summary>Renews a silo's lease.</summary>
    /// <param name="silo">The silo's name.</param>
    /// <param name="incarnation">Which run of it.</param>
    /// <param name="applied">The epoch up to which it has applied all orders.</param>
    /// <param name="swept">The epoch up to which it has written orders into the streams of its resident shipments.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<LeaseAnswer> RenewAsync(string silo, Guid incarnation, long applied, long swept, CancellationToken cancellationToken);

    /// <summary>All rows that are not revoked.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<ImmutableArray<LeaseRow>> ReadLeasesAsync(CancellationToken cancellationToken);

    /// <summary>Takes a lease that has run out from its silo, unless it was renewed meanwhile: until the silo enters again nobody waits for it.</summary>
    /// <param name="row">The row as it was seen for longer than a lease's length.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it is taken.</returns>
    ValueTask<bool> RevokeAsync(LeaseRow row, CancellationToken cancellationToken);
}

/// <summary>What became of a renewal.</summary>
public enum LeaseAnswer : byte
{
    /// <summary>The lease is renewed.</summary>
    Granted = 0,

    /// <summary>An order was committed that the silo has not applied.</summary>
    Behind = 1,

    /// <summary>It ran out and was revoked: enter again.</summary>
    Revoked = 2,

    /// <summary>A later incarnation of the silo has it.</summary>
    Taken = 3,
}

/// <summary>A silo's lease as others see it.</summary>
/// <param name="Silo">The silo's name.</param>
/// <param name="Incarnation">Which run of it.</param>
/// <param name="Renewals">Counts renewals: as long as it stays the same, the lease was not renewed.</param>
/// <param name="Applied">The epoch up to which the silo has applied all orders.</param>
/// <param name="Swept">The epoch up to which it has written orders into the streams of its resident shipments.</param>
public sealed record LeaseRow(string Silo, Guid Incarnation, long Renewals, long Applied, long Swept);
