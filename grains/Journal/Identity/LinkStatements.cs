using System.Data.Common;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Journal.Events.Stored;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Identity;

/// <summary>Links between sellers in the words of SQL.</summary>
internal static class LinkStatements
{
    private const int MostOfCluster = 200;
    private const int MostLinks = 1_000;
    private const string Columns = "first, second, state, was_refuted, likelihood, evidence, version";

    public static async ValueTask<SellerLink?> FindAsync(SqlSession sql, SellerKey first, SellerKey second) =>
        await sql.FirstAsync($"SELECT {Columns} FROM identity_links WHERE first = @first AND second = @second", Link, ("first", first.ToString()), ("second", second.ToString()));

    /// <summary>Writes a link and the change that made it. The caller holds the counter row.</summary>
    public static async ValueTask<LinkChange> ChangeAsync(SqlSession sql, SellerLink link, long at, Actor by, string? reason)
    {
        await sql.ExecuteAsync("UPDATE identity_sequences SET sequence = sequence + 1");
        var sequence = await sql.FirstAsync("SELECT sequence FROM identity_sequences", r => r.GetInt64(0));
        (string, object?)[] values =
        [
            ("first", link.First.ToString()), ("second", link.Second.ToString()), ("state", (int)link.State), ("refuted", link.WasRefuted), ("likelihood", link.Score.Likelihood),
            ("evidence", StoredEvidence.Write(link.Score.Evidence)), ("version", link.Version), ("sequence", sequence),
        ];
        await sql.ExecuteAsync(
            $"""
            INSERT INTO identity_links ({Columns}, sequence) VALUES (@first, @second, @state, @refuted, @likelihood, @evidence, @version, @sequence)
            ON CONFLICT (first, second) DO UPDATE SET state = excluded.state, was_refuted = excluded.was_refuted, likelihood = excluded.likelihood,
              evidence = excluded.evidence, version = excluded.version, sequence = excluded.sequence
            """,
            values);
        await sql.ExecuteAsync(
            $"""
            INSERT INTO identity_changes ({Columns}, sequence, at, actor, reason)
            VALUES (@first, @second, @state, @refuted, @likelihood, @evidence, @version, @sequence, @at, @actor, @reason)
            """,
            [.. values, ("at", at), ("actor", StoredActor.Write(by)), ("reason", reason)]);
        await sql.ExecuteAsync("UPDATE identity_profiles SET pending = @yes WHERE seller = @first OR seller = @second", ("yes", true), values[0], values[1]);
        return new LinkChange(sequence, link, at, by, reason);
    }

    public static async ValueTask<(VerdictResult Result, SellerLink? Link)> JudgeAsync(
        SqlSession sql, SellerKey one, SellerKey other, LinkState verdict, int version, long at, Actor by, string reason)
    {
        await sql.ExecuteAsync("UPDATE identity_sequences SET sequence = sequence");
        var (first, second) = SellerLink.Ordered(one, other);
        if (await FindAsync(sql, first, second) is not { } link)
        {
            return (VerdictResult.NotFound, null);
        }

        if (link.State == verdict)
        {
            return (VerdictResult.Done, link);
        }

        if (link.Version != version)
        {
            return (VerdictResult.OtherVersion, link);
        }

        var judged = link with { State = verdict, WasRefuted = link.WasRefuted || verdict == LinkState.Refuted, Version = link.Version + 1 };
        await ChangeAsync(sql, judged, at, by, reason);
        return (VerdictResult.Done, judged);
    }

    public static async ValueTask<ImmutableArray<SellerLink>> OfSellerAsync(SqlSession sql, string seller) =>
        [.. await sql.QueryAsync($"SELECT {Columns} FROM identity_links WHERE first = @seller OR second = @seller ORDER BY first, second LIMIT @max", Link, ("seller", seller), ("max", MostLinks))];

    public static async ValueTask<ImmutableArray<SellerKey>> ClusterAsync(SqlSession sql, SellerKey seller)
    {
        var found = new List<SellerKey> { seller };
        var seen = new HashSet<SellerKey> { seller };
        for (var next = 0; next < found.Count; next++)
        {
            foreach (var link in await OfSellerAsync(sql, found[next].ToString()))
            {
                var other = link.First == found[next] ? link.Second : link.First;
                if (link.Joins && found.Count < MostOfCluster && seen.Add(other))
                {
                    found.Add(other);
                }
            }
        }

        return [.. found];
    }

    public static async ValueTask<ImmutableArray<(long Sequence, SellerLink Link)>> ListAsync(SqlSession sql, LinkState state, long after, int max) =>
        [.. await sql.QueryAsync(
            $"SELECT {Columns}, sequence FROM identity_links WHERE state = @state AND sequence > @after ORDER BY sequence LIMIT @max",
            r => (r.GetInt64(7), Link(r)),
            ("state", (int)state),
            ("after", after),
            ("max", max))];

    public static async ValueTask<ImmutableArray<LinkChange>> ChangesAsync(SqlSession sql, SellerKey one, SellerKey other)
    {
        var (first, second) = SellerLink.Ordered(one, other);
        return
        [
            .. await sql.QueryAsync(
                $"SELECT {Columns}, sequence, at, actor, reason FROM identity_changes WHERE first = @first AND second = @second ORDER BY sequence LIMIT @max",
                r => new LinkChange(r.GetInt64(7), Link(r), r.GetInt64(8), StoredActor.Read(r.GetString(9)), RowReader.Text(r, 10)),
                ("first", first.ToString()),
                ("second", second.ToString()),
                ("max", MostLinks)),
        ];
    }

    private static SellerLink Link(DbDataReader r) => new()
    {
        First = SellerKey.Parse(r.GetString(0)),
        Second = SellerKey.Parse(r.GetString(1)),
        State = (LinkState)r.GetInt16(2),
        WasRefuted = r.GetBoolean(3),
        Score = new LinkScore(r.GetDouble(4), StoredEvidence.Read(r.GetString(5))),
        Version = r.GetInt32(6),
    };
}
