using System.Globalization;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Consolidations;

/// <summary>Questions about boxes in the words of SQL, the same for both stores.</summary>
internal static class ContentStatements
{
    private const int Deepest = 8;
    private const int MostBoxes = 2_000;

    public static async ValueTask<BoxContents> ReadAsync(SqlSession sql, ShipmentNumber box, ClearancePurpose purpose, int most)
    {
        // Orders that are in force and not written into all streams are read first: what is written meanwhile is found below.
        var pending = await OrderSweeps.PendingAsync(sql);
        var (boxes, cutOff) = await NestedAsync(sql, box);
        var within = $"m.carrier = @carrier AND m.box IN ({Names(boxes.Count)}) AND m.until IS NULL";
        var values = Values(box.Carrier, boxes);
        var shift = (2 * (int)purpose).ToString(CultureInfo.InvariantCulture);
        var (members, blocked) = await sql.FirstAsync(
            $"SELECT count(*), count(CASE WHEN (m.verdicts >> {shift}) & 3 <> 0 THEN 1 END) FROM contents m WHERE {within}", r => (r.GetInt64(0), r.GetInt64(1)), values);
        var suspects = await sql.QueryAsync(
            $"""
            SELECT m.number, m.is_box, (m.verdicts >> {shift}) & 3 AS verdict FROM contents m
            WHERE {within} AND m.verdicts <> 0 AND (m.verdicts >> {shift}) & 3 <> 0 ORDER BY verdict DESC, m.number LIMIT @most
            """,
            r => new Suspect(r.GetString(0), Truth(r.GetValue(1)), (ClearanceVerdict)Whole(r.GetValue(2))),
            [.. values, ("most", most)]);
        var strictest = suspects.Count == 0 ? ClearanceVerdict.Go : suspects[0].Verdict;
        await AddElsewhereAsync(sql, suspects, within, values, shift, most);
        foreach (var order in pending.Values.OfType<Domain.Orders.OrderInForce>().Where(o => o.Order.Effect != OrderEffect.Watch))
        {
            var candidates = await OrderSweeps.CandidatesAsync(sql, order, Guid.Empty, most, $"EXISTS (SELECT 1 FROM contents m WHERE m.stream = i.stream AND {within}) AND ", values);
            suspects.AddRange(candidates.Select(c => new Suspect(c.Number.Number, IsBox: false, ClearanceVerdict.Go)));
        }

        return new BoxContents((int)members, (int)blocked, boxes.Count, cutOff, strictest, [.. suspects.DistinctBy(s => s.Number).Take(most)]);
    }

    public static async ValueTask<ImmutableArray<ContentRow>> ListAsync(SqlSession sql, ShipmentNumber box, ClearancePurpose? blockedFor, string after, int limit) =>
    [
        .. await sql.QueryAsync(
            $"""
            SELECT number, since, is_box, elsewhere, verdicts FROM contents
            WHERE carrier = @carrier AND box = @box AND until IS NULL AND number > @after
            {(blockedFor is { } purpose ? $"AND verdicts <> 0 AND (verdicts >> {2 * (int)purpose}) & 3 <> 0" : "")} ORDER BY number LIMIT @limit
            """,
            r => new ContentRow(r.GetString(0), box.Number, r.GetInt64(1), null, Truth(r.GetValue(2)), Truth(r.GetValue(3)), r.GetInt32(4)),
            ("carrier", box.Carrier),
            ("box", box.Number),
            ("after", after),
            ("limit", limit)),
    ];

    // Boxes in boxes, level by level: there are few of them, however many parcels there are.
    private static async ValueTask<(List<string> Boxes, bool CutOff)> NestedAsync(SqlSession sql, ShipmentNumber box)
    {
        List<string> boxes = [box.Number], level = [box.Number];
        var known = new HashSet<string>(StringComparer.Ordinal) { box.Number };
        for (var depth = 0; level.Count > 0; depth++)
        {
            var inside = await sql.QueryAsync(
                $"SELECT DISTINCT m.number FROM contents m WHERE m.carrier = @carrier AND m.box IN ({Names(level.Count)}) AND m.until IS NULL AND m.is_box AND m.box <> '' LIMIT {MostBoxes}",
                r => r.GetString(0),
                Values(box.Carrier, level));
            level = inside.FindAll(known.Add);
            if ((level.Count > 0 && depth == Deepest) || boxes.Count + level.Count > MostBoxes)
            {
                return (boxes, true);
            }

            boxes.AddRange(level);
        }

        return (boxes, false);
    }

    // Things inside that were in another box which is not free, or in a box that was in one.
    private static async ValueTask AddElsewhereAsync(SqlSession sql, List<Suspect> suspects, string within, (string, object?)[] values, string shift, int most) => suspects.AddRange(
        await sql.QueryAsync(
            $"""
            WITH RECURSIVE around(origin, box, depth) AS (
              SELECT DISTINCT o.box, o.box, 1 FROM contents m JOIN contents o ON o.carrier = m.carrier AND o.number = m.number AND o.box <> m.box AND o.box <> ''
              WHERE {within} AND m.elsewhere
              UNION
              SELECT a.origin, c.box, a.depth + 1 FROM around a JOIN contents c ON c.carrier = @carrier AND c.number = a.box AND c.box <> '' WHERE a.depth < {Deepest}
            )
            SELECT DISTINCT m.number, m.is_box FROM contents m JOIN contents o ON o.carrier = m.carrier AND o.number = m.number AND o.box <> m.box
            WHERE {within} AND m.elsewhere AND o.box IN (
              SELECT a.origin FROM around a JOIN contents s ON s.carrier = @carrier AND s.number = a.box AND s.box = ''
              WHERE (s.verdicts >> {shift}) & 3 <> 0) LIMIT @most
            """,
            r => new Suspect(r.GetString(0), Truth(r.GetValue(1)), ClearanceVerdict.Go),
            [.. values, ("most", most)]));

    private static (string, object?)[] Values(string carrier, List<string> boxes) =>
        [("carrier", carrier), .. boxes.Select((box, index) => ($"box{index}", (object?)box))];

    private static string Names(int count) => string.Join(", ", Enumerable.Range(0, count).Select(index => $"@box{index}"));

    private static int Whole(object value) => Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private static bool Truth(object value) => Convert.ToBoolean(value, CultureInfo.InvariantCulture);
}
