using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Domain.Identity.Names;
using Tracking.Journal.Events.Stored;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Identity;

/// <summary>Registering sellers in the words of SQL: whom a new one may be, and what becomes of the links.</summary>
internal static class IdentityStatements
{
    // A key that more sellers have tells nobody from anybody: pairs of words are looked up instead.
    private const int MostOfKey = 256;
    private const int MostCandidates = 300;

    public static async ValueTask<ImmutableArray<LinkChange>> RegisterAsync(SqlSession sql, SellerProfile profile, LinkThresholds thresholds, long at, Actor by)
    {
        await sql.ExecuteAsync("UPDATE identity_sequences SET sequence = sequence");
        var seller = profile.Seller.ToString();
        var known = await ReadProfileAsync(sql, seller);
        var whole = known is null ? profile : known.With(profile);
        var content = StoredProfile.Write(whole);
        if (known is not null && content == StoredProfile.Write(known))
        {
            return [];
        }

        await SaveAsync(sql, whole, content, at);
        var changes = ImmutableArray.CreateBuilder<LinkChange>();
        var (candidates, counts) = await FindAsync(sql, whole);
        foreach (var other in candidates)
        {
            var score = IdentityRules.Weigh(whole, other, hash => Math.Max(0, counts.GetValueOrDefault(hash, MostOfKey) - 2), NameModel.Shipped);
            var (first, second) = SellerLink.Ordered(whole.Seller, other.Seller);
            var link = await LinkStatements.FindAsync(sql, first, second);
            if (LinkRules.Decide(link, score, thresholds) is { } state)
            {
                var next = new SellerLink { First = first, Second = second, State = state, Score = score, WasRefuted = link?.WasRefuted ?? false, Version = (link?.Version ?? 0) + 1 };
                changes.Add(await LinkStatements.ChangeAsync(sql, next, at, by, null));
            }
        }

        return changes.ToImmutable();
    }

    private static async ValueTask<SellerProfile?> ReadProfileAsync(SqlSession sql, string seller) =>
        await sql.FirstAsync("SELECT seller, content FROM identity_profiles WHERE seller = @seller", r => StoredProfile.Read(r.GetString(0), r.GetString(1)), ("seller", seller));

    private static async ValueTask SaveAsync(SqlSession sql, SellerProfile profile, string content, long at)
    {
        var seller = profile.Seller.ToString();
        await sql.ExecuteAsync(
            """
            INSERT INTO identity_profiles (seller, content, updated_at, pending) VALUES (@seller, @content, @at, @yes)
            ON CONFLICT (seller) DO UPDATE SET content = excluded.content, updated_at = excluded.updated_at, pending = excluded.pending
            """,
            ("seller", seller),
            ("content", content),
            ("at", at),
            ("yes", true));
        foreach (var (hash, kind) in KeysOf(profile))
        {
            await sql.ExecuteAsync(
                "INSERT INTO identity_keys (hash, seller, kind) VALUES (@hash, @seller, @kind) ON CONFLICT DO NOTHING", ("hash", hash), ("seller", seller), ("kind", kind));
        }
    }

    private static IEnumerable<(long Hash, int Kind)> KeysOf(SellerProfile profile) =>
        profile.Marks.Select(mark => (mark.Hash, (int)mark.Kind))
            .Concat(profile.Names.SelectMany(name => BlockingKeys.Of(ComparableName.Of(name))).Distinct().Select(hash => (hash, 0)));

    /// <summary>Sellers who have something in common with one, those with the most first, and how many sellers have each of his marks.</summary>
    private static async ValueTask<(List<SellerProfile> Candidates, Dictionary<long, int> Counts)> FindAsync(SqlSession sql, SellerProfile profile)
    {
        var counts = new Dictionary<long, int>();
        var votes = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (hash, kind) in KeysOf(profile))
        {
            var sellers = await sql.QueryAsync(
                "SELECT seller FROM identity_keys WHERE hash = @hash LIMIT @max", r => r.GetString(0), ("hash", hash), ("max", MostOfKey + 1));
            counts[hash] = sellers.Count;
            if (sellers.Count > MostOfKey)
            {
                continue;
            }

            foreach (var seller in sellers)
            {
                // A mark counts for more than all pieces of a name together.
                votes[seller] = votes.GetValueOrDefault(seller) + (kind > 0 ? 100 : 1.0 / sellers.Count);
            }
        }

        votes.Remove(profile.Seller.ToString());
        var candidates = new List<SellerProfile>();
        foreach (var (seller, _) in votes.OrderByDescending(v => v.Value).ThenBy(v => v.Key, StringComparer.Ordinal).Take(MostCandidates))
        {
            if (await ReadProfileAsync(sql, seller) is { } candidate)
            {
                candidates.Add(candidate);
            }
        }

        return (candidates, counts);
    }
}
