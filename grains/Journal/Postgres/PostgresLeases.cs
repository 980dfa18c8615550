using Npgsql;
using NpgsqlTypes;

namespace Tracking.Journal.Postgres;

/// <summary>Leases of silos: the run of a silo that came last may renew, the ones before it may not.</summary>
internal static class PostgresLeases
{
    // RETURNING's question is answered from before the statement: a first renewal is greater than all, a further one as great.
    private const string RenewSql =
        """
        INSERT INTO leases AS l (silo, incarnation, generation, renewed_at, expires_at)
        VALUES ($1, $2, (SELECT coalesce(max(generation), 0) + 1 FROM leases WHERE silo = $1), now(), now() + $3)
        ON CONFLICT (silo, incarnation) DO UPDATE SET renewed_at = excluded.renewed_at, expires_at = excluded.expires_at
        WHERE l.generation = (SELECT max(generation) FROM leases WHERE silo = $1)
        RETURNING generation
        """;

    public static async ValueTask<bool> RenewAsync(
        NpgsqlDataSource source, string silo, Guid incarnation, TimeSpan length, CancellationToken cancellationToken)
    {
        for (; ; )
        {
            try
            {
                await using var command = source.CreateCommand(RenewSql)
                    .With(NpgsqlDbType.Text, silo).With(NpgsqlDbType.Uuid, incarnation).With(NpgsqlDbType.Interval, length);
                return await command.ExecuteScalarAsync(cancellationToken) is not null;
            }
            catch (PostgresException error) when (PostgresErrors.IsDuplicateKey(error))
            {
                // Two runs of one silo came at the same moment and drew the same number: this one draws the next.
            }
        }
    }
}
