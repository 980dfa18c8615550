using Npgsql;
using NpgsqlTypes;

namespace Tracking.Journal.Postgres;

/// <summary>Leases of silos: the run of a silo that came last may renew, the ones before it may not.</summary>
internal sealed class PostgresLeases(NpgsqlDataSource source) : ILeaseStore
{
    // RETURNING's question is answered from before the statement: a first entry is greater than all, a further one as great.
    private const string EnterSql =
        """
        INSERT INTO leases AS l (silo, incarnation, generation)
        VALUES ($1, $2, (SELECT coalesce(max(generation), 0) + 1 FROM leases WHERE silo = $1))
        ON CONFLICT (silo, incarnation) DO UPDATE SET applied = 0, revoked = false, renewals = l.renewals + 1
        WHERE l.generation = (SELECT max(generation) FROM leases WHERE silo = $1)
        RETURNING generation
        """;

    // The epoch is that of the statement's snapshot. Who commits an order afterwards reads the leases after that, and finds this row or waits for it.
    private const string RenewSql =
        """
        UPDATE leases l SET renewals = l.renewals + 1, applied = $3, swept = $4, renewed_at = now(), expires_at = now()
        WHERE l.silo = $1 AND l.incarnation = $2 AND NOT l.revoked AND l.generation = (SELECT max(generation) FROM leases WHERE silo = $1)
          AND $3 >= (SELECT epoch FROM order_epochs)
        RETURNING generation
        """;

    private const string RefusalSql =
        """
        SELECT l.generation < (SELECT max(generation) FROM leases WHERE silo = $1), l.revoked FROM leases l WHERE l.silo = $1 AND l.incarnation = $2
        """;

    private const string RevokeSql =
        "UPDATE leases SET revoked = true WHERE silo = $1 AND incarnation = $2 AND renewals = $3 AND NOT revoked RETURNING 1";

    public ValueTask<bool> EnterAsync(string silo, Guid incarnation, CancellationToken cancellationToken) => PostgresErrors.RunAsync(async () =>
    {
        for (; ; )
        {
            try
            {
                await using var command = source.CreateCommand(EnterSql).With(NpgsqlDbType.Text, silo).With(NpgsqlDbType.Uuid, incarnation);
                return await command.ExecuteScalarAsync(cancellationToken) is not null;
            }
            catch (PostgresException error) when (PostgresErrors.IsDuplicateKey(error))
            {
                // Two runs of one silo came at the same moment and drew the same number: this one draws the next.
            }
        }
    });

    public ValueTask<LeaseAnswer> RenewAsync(string silo, Guid incarnation, long applied, long swept, CancellationToken cancellationToken) => PostgresErrors.RunAsync(async () =>
    {
        await using var command = source.CreateCommand(RenewSql)
            .With(NpgsqlDbType.Text, silo).With(NpgsqlDbType.Uuid, incarnation).With(NpgsqlDbType.Bigint, applied).With(NpgsqlDbType.Bigint, swept);
        if (await command.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return LeaseAnswer.Granted;
        }

        await using var refusal = source.CreateCommand(RefusalSql).With(NpgsqlDbType.Text, silo).With(NpgsqlDbType.Uuid, incarnation);
        await using var reader = await refusal.ExecuteReaderAsync(cancellationToken);
        return !await reader.ReadAsync(cancellationToken) ? LeaseAnswer.Revoked
            : reader.GetBoolean(0) ? LeaseAnswer.Taken
            : reader.GetBoolean(1) ? LeaseAnswer.Revoked
            : LeaseAnswer.Behind;
    });

    public ValueTask<ImmutableArray<LeaseRow>> ReadLeasesAsync(CancellationToken cancellationToken) => PostgresErrors.RunAsync(async () =>
    {
        await using var command = source.CreateCommand("SELECT silo, incarnation, renewals, applied, swept FROM leases WHERE NOT revoked");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = ImmutableArray.CreateBuilder<LeaseRow>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(new(reader.GetString(0), reader.GetGuid(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        return rows.ToImmutable();
    });

    public ValueTask<bool> RevokeAsync(LeaseRow row, CancellationToken cancellationToken) => PostgresErrors.RunAsync(async () =>
    {
        await using var command = source.CreateCommand(RevokeSql)
            .With(NpgsqlDbType.Text, row.Silo).With(NpgsqlDbType.Uuid, row.Incarnation).With(NpgsqlDbType.Bigint, row.Renewals);
        return await command.ExecuteScalarAsync(cancellationToken) is not null;
    });
}
