using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;
using Tracking.Benchmarks.Load;

namespace Tracking.Benchmarks.Baselines;

/// <summary>Baseline 'lookup': a plain SELECT by primary key behind a minimal API, prepared, over a pool of 32 connections.</summary>
internal static class LookupServer
{
    private const string One = "SELECT verdict FROM lookup WHERE carrier = $1 AND number = $2";
    private const string Many = "SELECT l.carrier, l.number, l.verdict FROM unnest($1, $2) AS n(carrier, number) JOIN lookup l ON l.carrier = n.carrier AND l.number = n.number";

    /// <summary>Lays its table, with a row for each shipment.</summary>
    public static async Task FillAsync(string database, int shipments, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var fill = source.CreateCommand($"""
            CREATE TABLE lookup (carrier text COLLATE "C", number text COLLATE "C", verdict text NOT NULL, PRIMARY KEY (carrier, number));
            INSERT INTO lookup SELECT '{Shipments.Carrier}', '{Shipments.Prefix}' || lpad(i::text, {Shipments.Digits}, '0'), 'go' FROM generate_series(0, {shipments - 1}) i;
            ANALYZE lookup
            """);
        await fill.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task<int> RunAsync(string url, string database, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(database) { MaxPoolSize = 32, MaxAutoPrepare = 4, AutoPrepareMinUsages = 1 }.ConnectionString);
        var app = BaselineHost.Build(url);
        app.MapGet("/v1/clearance/{carrier}/{number}", async (string carrier, string number, CancellationToken ct) =>
        {
            await using var command = source.CreateCommand(One);
            command.Parameters.Add(new() { Value = carrier });
            command.Parameters.Add(new() { Value = number });
            return Json(Answer(carrier, number, (string?)await command.ExecuteScalarAsync(ct)));
        });
        app.MapPost("/v1/clearance", async (Question question, CancellationToken ct) => Json(await ManyAsync(source, question, ct)));
        await app.RunAsync(cancellationToken);
        return 0;
    }

    private static async Task<string> ManyAsync(NpgsqlDataSource source, Question question, CancellationToken cancellationToken)
    {
        var keys = question.Numbers.Select(n => n.Split('/', 2)).ToList();
        await using var command = source.CreateCommand(Many);
        command.Parameters.Add(new() { Value = keys.ConvertAll(k => k[0]), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        command.Parameters.Add(new() { Value = keys.ConvertAll(k => k[1]), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var answers = new StringBuilder("{\"answers\":[");
        while (await reader.ReadAsync(cancellationToken))
        {
            answers.Append(answers.Length > 12 ? "," : "").Append(Answer(reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        }

        return answers.Append("]}").ToString();
    }

    private static string Answer(string carrier, string number, string? verdict) =>
        $$"""{"carrier":"{{carrier}}","number":"{{number}}","for":"leave","verdict":"{{verdict ?? "unknown"}}"}""";

    private static ContentHttpResult Json(string text) => TypedResults.Text(text, "application/json", Encoding.UTF8);

    private sealed record Question(string For, string[] Numbers);
}
