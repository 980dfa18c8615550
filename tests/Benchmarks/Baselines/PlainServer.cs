using Npgsql;

namespace Tracking.Benchmarks.Baselines;

/// <summary>Baseline 'plain': a minimal API and one prepared upsert per scan over a pool of 32 connections, no Orleans.</summary>
internal static class PlainServer
{
    private const string Table = "CREATE TABLE IF NOT EXISTS plain (carrier text, number text, id text, occurred_at timestamptz, status text, code text, text text, PRIMARY KEY (carrier, number, id))";
    private const string Upsert = "INSERT INTO plain VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (carrier, number, id) DO UPDATE SET status = excluded.status";

    public static async Task<int> RunAsync(string url, string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 32, MaxAutoPrepare = 4, AutoPrepareMinUsages = 1 }.ConnectionString);
        await using (var create = source.CreateCommand(Table))
        {
            await create.ExecuteNonQueryAsync(cancellationToken);
        }

        var app = BaselineHost.Build(url);
        app.MapPost("/v1/scans", async (HttpRequest request, CancellationToken ct) =>
        {
            var rows = await request.ReadFromJsonAsync(ScanRows.Default.ScanRowArray, ct) ?? [];
            await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct }, async (row, each) => await WriteAsync(source, row, each));
            return Taken.All(rows.Length);
        });
        app.MapPost("/v1/scans/one", async (HttpRequest request, CancellationToken ct) =>
        {
            await WriteAsync(source, (await request.ReadFromJsonAsync(ScanRows.Default.ScanRow, ct))!, ct);
            return Taken.One;
        });
        await app.RunAsync(cancellationToken);
        return 0;
    }

    private static async ValueTask WriteAsync(NpgsqlDataSource source, ScanRow row, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(Upsert);
        command.Parameters.Add(new() { Value = row.Carrier });
        command.Parameters.Add(new() { Value = row.Number });
        command.Parameters.Add(new() { Value = row.Id });
        command.Parameters.Add(new() { Value = row.OccurredAt.ToUniversalTime() });
        command.Parameters.Add(new() { Value = row.Status });
        command.Parameters.Add(new() { Value = (object?)row.Code ?? DBNull.Value });
        command.Parameters.Add(new() { Value = (object?)row.Text ?? DBNull.Value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
