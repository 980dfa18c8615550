using System.Data.Common;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount.Derived;

/// <summary>A column of a derived table and how it is read.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Kind">How it is read.</param>
/// <param name="Expression">The SQL, where it is more than the name.</param>
internal sealed record Column(string Name, ColumnKind Kind, string? Expression = null)
{
    public static Column Number(string name) => new(name, ColumnKind.Number);

    public static Column Text(string name) => new(name, ColumnKind.Text);

    public static Column Flag(string name, string? expression = null) => new(name, ColumnKind.Flag, expression);

    public string Sql(SnapshotReader reader) => Kind == ColumnKind.Flag ? reader.Flag(Expression ?? Name) : Expression ?? Name;

    public Cell Read(DbDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            return Cell.None;
        }

        return Kind == ColumnKind.Text ? row.GetString(column) : row.GetInt64(column);
    }
}

internal enum ColumnKind : byte
{
    Number = 0,
    Flag = 1,
    Text = 2,
}
