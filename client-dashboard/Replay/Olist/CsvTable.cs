using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Tracking.Dashboard.Commands;

namespace Tracking.Dashboard.Replay.Olist;

/// <summary>A CSV file read row by row, columns by name.</summary>
internal sealed class CsvTable : IDisposable
{
    private readonly CsvReader csv;
    private readonly string name;

    public CsvTable(string path, InputComplaints complaints, params IReadOnlyList<string> columns)
    {
        name = Path.GetFileName(path);
        csv = new CsvReader(new StreamReader(path), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            MissingFieldFound = null,
            BadDataFound = bad => complaints.Add("stray quote in a field", $"{name}:{bad.Context.Parser?.Row}"),
        });
        var missing = csv.Read() && csv.ReadHeader()
            ? columns.Except(csv.HeaderRecord!.Select(column => column.Trim().ToLowerInvariant()), StringComparer.Ordinal).ToList()
            : [.. columns];
        if (missing.Count > 0)
        {
            csv.Dispose();
            throw new CommandFailedException($"'{path}' has no column {string.Join(", ", missing)}; its first line must name its columns.", ExitCodes.WrongInput);
        }
    }

    public string Where => $"{name}:{csv.Parser.Row}";

    public bool Next() => csv.Read();

    /// <summary>The field; null where it is empty or missing.</summary>
    public string? this[string column] => csv.GetField(column) is { Length: > 0 } text ? text : null;

    public decimal? Number(string column, InputComplaints complaints)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        complaints.Add($"{column} is not a number", Where);
        return null;
    }

    public DateTimeOffset? Time(string column, InputComplaints complaints)
    {
        if (this[column] is not { } text)
        {
            return null;
        }

        if (BrazilTime.TryRead(text, out var time))
        {
            return time;
        }

        complaints.Add($"{column} is not a time like 2017-10-02T10:56:33", Where);
        return null;
    }

    public void Dispose() => csv.Dispose();
}
