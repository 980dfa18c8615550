using System.Globalization;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Sqlite;

/// <summary>Leases of silos: the run of a silo that came last may renew, the ones before it may not.</summary>
internal sealed class SqliteLeases(SqliteStore store) : ILeaseStore
{
    private const string Latest = "generation = (SELECT max(generation) FROM leases WHERE silo = @silo)";

    public ValueTask<bool> EnterAsync(string silo, Guid incarnation, CancellationToken cancellationToken) => store.WriteAsync(
        async sql =>
        {
            await sql.ExecuteAsync(
                $"""
                INSERT INTO leases (silo, incarnation, generation, renewed_at, expires_at)
                VALUES (@silo, @incarnation, (SELECT coalesce(max(generation), 0) + 1 FROM leases WHERE silo = @silo), 0, 0)
                ON CONFLICT (silo, incarnation) DO UPDATE SET applied = 0, revoked = 0, renewals = renewals + 1 WHERE {Latest}
                """,
                ("silo", silo),
                ("incarnation", incarnation.Bytes()));
            return await IsAsync(sql, Latest, silo, incarnation);
        },
        cancellationToken);

    public ValueTask<LeaseAnswer> RenewAsync(string silo, Guid incarnation, long applied, long swept, CancellationToken cancellationToken) => store.WriteAsync(
        async sql =>
        {
            var renewed = await sql.ExecuteAsync(
                $"""
                UPDATE leases SET renewals = renewals + 1, applied = @applied, swept = @swept
                WHERE silo = @silo AND incarnation = @incarnation AND NOT revoked AND {Latest} AND @applied >= (SELECT epoch FROM order_epochs)
                """,
                ("silo", silo),
                ("incarnation", incarnation.Bytes()),
                ("applied", applied),
                ("swept", swept));
            return renewed == 1 ? LeaseAnswer.Granted
                : !await IsAsync(sql, "true", silo, incarnation) ? LeaseAnswer.Revoked
                : !await IsAsync(sql, Latest, silo, incarnation) ? LeaseAnswer.Taken
                : await IsAsync(sql, "revoked", silo, incarnation) ? LeaseAnswer.Revoked
                : LeaseAnswer.Behind;
        },
        cancellationToken);

    public ValueTask<ImmutableArray<LeaseRow>> ReadLeasesAsync(CancellationToken cancellationToken) => store.ReadAsync<ImmutableArray<LeaseRow>>(
        async sql =>
        [
            .. await sql.QueryAsync(
                "SELECT silo, incarnation, renewals, applied, swept FROM leases WHERE NOT revoked",
                r => new LeaseRow(r.GetString(0), sql.ReadKey(r, 1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4))),
        ],
        cancellationToken);

    public ValueTask<bool> RevokeAsync(LeaseRow row, CancellationToken cancellationToken) => store.WriteAsync(
        async sql => await sql.ExecuteAsync(
            "UPDATE leases SET revoked = 1 WHERE silo = @silo AND incarnation = @incarnation AND renewals = @renewals AND NOT revoked",
            ("silo", row.Silo),
            ("incarnation", row.Incarnation.Bytes()),
            ("renewals", row.Renewals)) == 1,
        cancellationToken);

    private static async ValueTask<bool> IsAsync(SqlSession sql, string condition, string silo, Guid incarnation) => await sql.FirstAsync(
        $"SELECT count(*) FROM leases WHERE silo = @silo AND incarnation = @incarnation AND {condition}",
        r => Convert.ToInt64(r.GetValue(0), CultureInfo.InvariantCulture),
        ("silo", silo),
        ("incarnation", incarnation.Bytes())) == 1;
}
