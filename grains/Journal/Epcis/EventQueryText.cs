using System.Globalization;

namespace Tracking.Journal.Epcis;

/// <summary>A question about events in the words of SQL, for both stores.</summary>
internal sealed class EventQueryText
{
    private readonly List<(string Name, object? Value)> values = [];
    private readonly List<string> conditions = [];

    private EventQueryText()
    {
    }

    public static (string Text, (string Name, object? Value)[] Values) Build(EventQuery query, Func<Guid, object> key, string columns)
    {
        var text = new EventQueryText();
        var from = text.From(query);
        text.Conditions(query, key);
        var time = query.ByEventTime ? "e.event_time" : "e.record_time";
        var direction = query.Descending ? "DESC" : "ASC";
        if (query.After is { } after)
        {
            text.conditions.Add($"({time}, e.sequence) {(query.Descending ? "<" : ">")} ({text.Value(after.Time)}, {text.Value(after.Sequence)})");
        }

        var where = text.conditions.Count == 0 ? "" : $"WHERE {string.Join(" AND ", text.conditions)}";
        return ($"{from} {where} ORDER BY {time} {direction}, e.sequence {direction} LIMIT {text.Value(query.Max)}".Replace("*", columns, StringComparison.Ordinal), [.. text.values]);
    }

    // A thing is in few events: they are found first, whatever a planner believes of the order that is asked for.
    private string From(EventQuery query)
    {
        if (query.Names.IsEmpty)
        {
            return "SELECT * FROM epcis_events e";
        }

        foreach (var further in query.Names.Skip(1))
        {
            conditions.Add($"EXISTS (SELECT 1 FROM epcis_names n WHERE n.sequence = e.sequence AND {Named(further)})");
        }

        return $"WITH found AS MATERIALIZED (SELECT DISTINCT n.sequence FROM epcis_names n WHERE {Named(query.Names[0])}) SELECT * FROM found f JOIN epcis_events e ON e.sequence = f.sequence";
    }

    private string Named(EventNames names) => $"n.hash IN ({Values(names.Hashes.Select(h => (object)h))}) AND (n.roles & {((int)names.Roles).ToString(CultureInfo.InvariantCulture)}) <> 0";

    private void Conditions(EventQuery query, Func<Guid, object> key)
    {
        if (!query.Ids.IsEmpty)
        {
            conditions.Add($"e.id_hash IN ({Values(query.Ids.Select(id => key(CapturedEvent.HashOf(id))))})");
        }

        if (query.Owner is { } owner)
        {
            conditions.Add($"e.owner = {Value(owner)}");
        }

        foreach (var words in query.Words)
        {
            conditions.Add($"e.{Column(words.Kind)} IN ({Values(words.Words)})");
        }

        Bound("e.event_time >=", query.FromEventTime);
        Bound("e.event_time <", query.BeforeEventTime);
        Bound("e.record_time >=", query.FromRecordTime);
        Bound("e.record_time <", query.BeforeRecordTime);
        if (query.OnlyErrors)
        {
            conditions.Add("e.declared_at <> 0");
        }
    }

    private void Bound(string comparison, long? value)
    {
        if (value is { } given)
        {
            conditions.Add($"{comparison} {Value(given)}");
        }
    }

    private string Values(IEnumerable<object> given) => string.Join(", ", given.Select(Value));

    private string Value(object given)
    {
        var name = $"v{values.Count.ToString(CultureInfo.InvariantCulture)}";
        values.Add((name, given));
        return "@" + name;
    }

    private static string Column(EventWordKind kind) => kind switch
    {
        EventWordKind.Type => "type",
        EventWordKind.Step => "step",
        EventWordKind.Disposition => "disposition",
        EventWordKind.ReadPoint => "read_point",
        EventWordKind.Location => "location",
        _ => "action",
    };
}
