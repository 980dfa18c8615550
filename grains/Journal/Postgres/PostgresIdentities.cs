using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Journal.Identity;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Postgres;

/// <summary>Sellers who may be one, in PostgreSQL.</summary>
internal sealed class PostgresIdentities(PostgresConnections connections) : IIdentityStore
{
    public ValueTask<ImmutableArray<LinkChange>> RegisterAsync(SellerProfile profile, LinkThresholds thresholds, long at, Actor by, CancellationToken cancellationToken) =>
        WriteAsync(sql => IdentityStatements.RegisterAsync(sql, profile, thresholds, at, by), cancellationToken);

    public ValueTask<(VerdictResult Result, SellerLink? Link)> JudgeAsync(
        SellerKey one, SellerKey other, LinkState verdict, int version, long at, Actor by, string reason, CancellationToken cancellationToken) =>
        WriteAsync(sql => LinkStatements.JudgeAsync(sql, one, other, verdict, version, at, by, reason), cancellationToken);

    public ValueTask<ImmutableArray<SellerKey>> ReadClusterAsync(SellerKey seller, CancellationToken cancellationToken) =>
        ReadAsync(sql => LinkStatements.ClusterAsync(sql, seller), cancellationToken);

    public ValueTask<ImmutableArray<SellerLink>> ReadLinksAsync(SellerKey seller, CancellationToken cancellationToken) =>
        ReadAsync(sql => LinkStatements.OfSellerAsync(sql, seller.ToString()), cancellationToken);

    public ValueTask<ImmutableArray<(long Sequence, SellerLink Link)>> ListAsync(LinkState state, long after, int max, CancellationToken cancellationToken) =>
        ReadAsync(sql => LinkStatements.ListAsync(sql, state, after, max), cancellationToken);

    public ValueTask<ImmutableArray<LinkChange>> ReadChangesAsync(SellerKey one, SellerKey other, CancellationToken cancellationToken) =>
        ReadAsync(sql => LinkStatements.ChangesAsync(sql, one, other), cancellationToken);

    public ValueTask<ImmutableArray<SellerKey>> ReadPendingAsync(int max, CancellationToken cancellationToken) =>
        ReadAsync(sql => InheritanceStatements.PendingAsync(sql, max), cancellationToken);

    public async ValueTask SettleAsync(IReadOnlyList<SellerKey> sellers, CancellationToken cancellationToken) =>
        await WriteAsync(sql => InheritanceStatements.SettleAsync(sql, sellers), cancellationToken);

    public ValueTask<ImmutableArray<InheritedOrder>> ReadInheritedAsync(IReadOnlyList<SellerKey> sellers, IReadOnlyList<string> sources, CancellationToken cancellationToken) =>
        ReadAsync(sql => InheritanceStatements.InheritedAsync(sql, sellers, sources), cancellationToken);

    public ValueTask<long> ReadFollowedAsync(CancellationToken cancellationToken) => ReadAsync(InheritanceStatements.FollowedAsync, cancellationToken);

    public async ValueTask SaveFollowedAsync(long epoch, CancellationToken cancellationToken) => await WriteAsync(sql => InheritanceStatements.FollowAsync(sql, epoch), cancellationToken);

    public async ValueTask SaveInheritedAsync(InheritedOrder order, CancellationToken cancellationToken) =>
        await WriteAsync(sql => InheritanceStatements.SaveAsync(sql, order), cancellationToken);

    private ValueTask<T> ReadAsync<T>(Func<SqlSession, ValueTask<T>> work, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.ReadAsync(connections.Lists, work, cancellationToken));

    private ValueTask<T> WriteAsync<T>(Func<SqlSession, ValueTask<T>> work, CancellationToken cancellationToken) =>
        PostgresErrors.RunAsync(() => PostgresSession.WriteAsync(connections.Lists, work, cancellationToken));
}
