using System.Text;
using Tracking.Contracts.Statuses;

namespace Tracking.Journal;

/// <summary>The list of shipments as SQL that both stores understand: the conditions are those of the partial indexes, word for word.</summary>
internal static class ListingQuery
{
    /// <summary>The statement and its parameters by name; the mark is passed as the store writes a stream.</summary>
    /// <param name="filter">What to list.</param>
    /// <param name="stream">How the store writes a stream.</param>
    public static (string Sql, List<(string Name, object Value)> Parameters) Build(ShipmentFilter filter, Func<Guid, object> stream)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, ShipmentFilter.LongestPage);
        List<(string Name, object Value)> parameters = [];
        var sql = new StringBuilder("SELECT ").Append(RowReader.HeadColumns)
            .Append(", l.stream FROM (SELECT i.stream FROM listing i WHERE ")
            .Append(filter.NumberPrefix is null ? "NOT forwards" : "i.number >= @least AND i.number < @most");
        if (filter.NumberPrefix is { } prefix)
        {
            parameters.Add(("least", prefix));
            // Behind every character that a number may have.
            parameters.Add(("most", prefix + '~'));
        }

        Equal("status", filter.Status is { } status ? (int)status.Main() : null);
        Equal("seller", filter.Seller);
        Equal("carrier", filter.Carrier);
        Flag("held", filter.Held);
        Flag("violated", filter.Violated);
        if (PageMark.Read(filter.After) is { } mark)
        {
            sql.Append(" AND i.stream < @after");
            parameters.Add(("after", stream(mark.Stream)));
        }

        // One more than asked for tells whether there is a next page.
        sql.Append(" ORDER BY i.stream DESC LIMIT @limit) l JOIN heads h ON h.stream = l.stream ORDER BY l.stream DESC");
        parameters.Add(("limit", filter.Limit + 1));
        return (sql.ToString(), parameters);

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
}
