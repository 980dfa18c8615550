using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Tracking.Benchmarks.Baselines;

/// <summary>Baseline 'limit': rows as the journal's, by bare binary COPY into its partitioned, keyed table, two connections, batches of 2,000, no HTTP.</summary>
internal static class CopyLimit
{
    private const int Connections = 2;
    private const int Batch = 2_000;
    private const string Copy = "COPY events (stream, version, type, notable, seq, append_id, payload) FROM STDIN (FORMAT BINARY)";

    public static async Task<double> MeasureAsync(string database, TimeSpan length, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var payload = new byte[186];
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            await using var connection = await source.OpenConnectionAsync(cancellationToken);
            var rows = 0L;
            for (; watch.Elapsed < length; rows += Batch)
            {
                await CopyAsync(connection, payload, cancellationToken);
            }

            return rows;
        }));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, byte[] payload, CancellationToken cancellationToken)
    {
        await using var writer = await connection.BeginBinaryImportAsync(Copy, cancellationToken);
        for (var i = 0; i < Batch; i++)
        {
            await writer.StartRowAsync(cancellationToken);
            await writer.WriteAsync(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), NpgsqlDbType.Uuid, cancellationToken);
            await writer.WriteAsync(1, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync((short)1, NpgsqlDbType.Smallint, cancellationToken);
            await writer.WriteAsync(false, NpgsqlDbType.Boolean, cancellationToken);
            await writer.WriteAsync(i + 1, NpgsqlDbType.Integer, cancellationToken);
            await writer.WriteAsync(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), NpgsqlDbType.Uuid, cancellationToken);
            await writer.WriteAsync(payload, NpgsqlDbType.Bytea, cancellationToken);
        }

        await writer.CompleteAsync(cancellationToken);
    }
}
