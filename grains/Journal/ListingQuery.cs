using System.Globalization;
using System.Text;
using Tracking.Contracts.Statuses;

namespace Tracking.Journal;

/// <summary>The list of shipments as SQL that both stores understand: the conditions are those of the partial indexes, word for word.</summary>
internal static class ListingQuery
{
    // Somebody who types one digit asks for a tenth of the world: the first so many numbers are enough to go on typing.
    private const int MostMatches = 5_000;

    /// <summary>The statement and its parameters by name; the mark is passed as the store writes a stream.</summary>
    /// <param name="filter">What to list.</param>
    /// <param name="stream">How the store writes a stream.</param>
    public static (string Sql, List<(string Name, object Value)> Parameters) Build(ShipmentFilter filter, Func<Guid, object> stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, ShipmentFilter.LongestPage);
        List<(string Name, object Value)> parameters = [];
        var sql = new StringBuilder("SELECT ").Append(RowReader.HeadColumns).Append(", l.stream FROM (SELECT i.stream FROM ");
        if (filter.NumberPrefix is { } prefix)
        {
            sql.Append("(SELECT i.stream FROM ").Append(From(filter)).Append(" WHERE i.number >= @least AND i.number < @most");
            parameters.Add(("least", prefix));
            // Behind every character that a number may have.
            parameters.Add(("most", prefix + '~'));
            AddConditions();
            sql.Append(" ORDER BY i.number LIMIT ").Append(MostMatches).Append(") i WHERE true");
        }
        else
        {
            sql.Append(From(filter)).Append(" WHERE NOT forwards");
            AddConditions();
        }

        if (PageMark.Read(filter.After) is { } mark)
        {
            // Of an inequality a planner does not see that it holds for the joined column as well.
            sql.Append(CultureInfo.InvariantCulture, $" AND {Leading(filter)}.stream < @after");
            parameters.Add(("after", stream(mark.Stream)));
        }

        // One more than asked for tells whether there is a next page.
        sql.Append(CultureInfo.InvariantCulture, $" ORDER BY {Leading(filter)}.stream DESC LIMIT @limit) l JOIN heads h ON h.stream = l.stream ORDER BY l.stream DESC");
        parameters.Add(("limit", filter.Limit + 1));
        return (sql.ToString(), parameters);

        void AddConditions()
        {
            if (filter.Status is { } status)
            {
                sql.Append(" AND g.stream = i.stream AND g.status = @status");
                parameters.Add(("status", (int)status.Main()));
            }

            Equal("seller", filter.Seller);
            Equal("carrier", filter.Carrier);
            Flag("held", filter.Held);
            Flag("violated", filter.Violated);
        }

        void Equal(string column, object? value)
        {
            if (value is not null)
            {
                sql.Append(" AND i.").Append(column).Append(" = @").Append(column);
                parameters.Add((column, value));
            }
        }

        void Flag(string column, bool? value)
        {
            if (value is { } set)
            {
                sql.Append(set ? " AND " : " AND NOT ").Append(column);
            }
        }
    }

    // SQLite, which knows nothing of how rare a status is, takes a cross join in the order that is written.
    private static string From(ShipmentFilter filter) => filter.Status is null
        ? "listing i"
        : Leading(filter) == "g" ? "stages g CROSS JOIN listing i" : "listing i CROSS JOIN stages g";

    // The table whose index gives the order: that of stages where nothing rarer than a status is asked for.
    private static string Leading(ShipmentFilter filter) =>
        filter is { Status: not null, NumberPrefix: null, Seller: null } and not { Held: true } and not { Violated: true } ? "g" : "i";
}
