using System.Globalization;
using System.Text;

namespace Tracking.Postgres.Testing;

/// <summary>How a temporary server runs.</summary>
public sealed record TemporaryPostgresOptions
{
    /// <summary>Whether commits wait for the disk. Off: faster, and enough unless a test measures or cuts the power.</summary>
    public bool Fsync { get; init; }

    /// <summary>How many connections it takes at once.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>Further settings as in <c>postgresql.conf</c>, name to value.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    internal string Lines()
    {
        var durable = Fsync ? "on" : "off";
        var lines = new StringBuilder()
            .AppendLine("listen_addresses = ''")
            .AppendLine(CultureInfo.InvariantCulture, $"max_connections = {MaxConnections}")
            .AppendLine(CultureInfo.InvariantCulture, $"fsync = {durable}")
            .AppendLine(CultureInfo.InvariantCulture, $"full_page_writes = {durable}");
        foreach (var (name, value) in Settings)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"{name} = '{value.Replace("'", "''", StringComparison.Ordinal)}'");
        }

        return lines.ToString();
    }
}
