using Tracking.Contracts.Identifiers;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Identity;

/// <summary>Orders that follow from orders on another name of the same man, in the words of SQL.</summary>
internal static class InheritanceStatements
{
    public static async ValueTask<ImmutableArray<SellerKey>> PendingAsync(SqlSession sql, int max) =>
        [.. await sql.QueryAsync("SELECT seller FROM identity_profiles WHERE pending = @yes ORDER BY seller LIMIT @max", r => SellerKey.Parse(r.GetString(0)), ("yes", true), ("max", max))];

    public static async ValueTask<bool> SettleAsync(SqlSession sql, IReadOnlyList<SellerKey> sellers)
    {
        foreach (var seller in sellers)
        {
            await sql.ExecuteAsync("UPDATE identity_profiles SET pending = @no WHERE seller = @seller AND pending = @yes", ("no", false), ("yes", true), ("seller", seller.ToString()));
        }

        return true;
    }

    public static async ValueTask<ImmutableArray<InheritedOrder>> InheritedAsync(SqlSession sql, IReadOnlyList<SellerKey> sellers, IReadOnlyList<string> sources)
    {
        var found = new HashSet<InheritedOrder>();
        foreach (var (column, value) in sellers.Select(s => ("seller", s.ToString())).Concat(sources.Select(s => ("source", s))))
        {
            found.UnionWith(await sql.QueryAsync(
                $"SELECT key, source, seller, ended FROM identity_inherited WHERE {column} = @value",
                r => new InheritedOrder(r.GetString(0), r.GetString(1), SellerKey.Parse(r.GetString(2)), r.GetBoolean(3)),
                ("value", value)));
        }

        return [.. found];
    }

    public static async ValueTask<long> FollowedAsync(SqlSession sql) => await sql.FirstAsync("SELECT followed FROM identity_follower", r => r.GetInt64(0));

    public static async ValueTask<bool> FollowAsync(SqlSession sql, long epoch) =>
        await sql.ExecuteAsync("UPDATE identity_follower SET followed = @epoch WHERE followed < @epoch", ("epoch", epoch)) > 0;

    public static async ValueTask<bool> SaveAsync(SqlSession sql, InheritedOrder order)
    {
        await sql.ExecuteAsync(
            "INSERT INTO identity_inherited (key, source, seller, ended) VALUES (@key, @source, @seller, @ended) ON CONFLICT (key) DO UPDATE SET ended = excluded.ended",
            ("key", order.Key),
            ("source", order.Source),
            ("seller", order.Seller.ToString()),
            ("ended", order.Ended));
        return true;
    }
}
