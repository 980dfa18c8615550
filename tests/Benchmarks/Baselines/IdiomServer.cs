using Tracking.Journal;

namespace Tracking.Benchmarks.Baselines;

/// <summary>Baseline 'idiom': the same HTTP, a grain per shipment, <c>IPersistentState.WriteStateAsync</c> per scan with Persistence.AdoNet.</summary>
internal static class IdiomServer
{
    public static async Task<int> RunAsync(string url, string database, CancellationToken cancellationToken)
    {
        await SqlScripts.ApplyToPostgresAsync(database, SqlScript.FromAssembly(typeof(IJournal).Assembly, "Tracking.Journal.Orleans.postgres-"), cancellationToken);
        var app = BaselineHost.Build(url, builder => builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(Chaos.HostProcess.FreePort(), Chaos.HostProcess.FreePort());
            silo.AddAdoNetGrainStorage("idiom", options => (options.Invariant, options.ConnectionString) = ("Npgsql", database));
        }));
        app.MapPost("/v1/scans", async (HttpRequest request, IGrainFactory grains, CancellationToken ct) =>
        {
            var rows = await request.ReadFromJsonAsync(ScanRows.Default.ScanRowArray, ct) ?? [];
            await Task.WhenAll(rows.Select(row => AddAsync(grains, row)));
            return Taken.All(rows.Length);
        });
        app.MapPost("/v1/scans/one", async (HttpRequest request, IGrainFactory grains, CancellationToken ct) =>
        {
            await AddAsync(grains, (await request.ReadFromJsonAsync(ScanRows.Default.ScanRow, ct))!);
            return Taken.One;
        });
        await app.RunAsync(cancellationToken);
        return 0;
    }

    private static Task AddAsync(IGrainFactory grains, ScanRow row) =>
        grains.GetGrain<IIdiomGrain>($"{row.Carrier}/{row.Number}").AddAsync(row.Id, row.Status, row.OccurredAt);
}

/// <summary>A shipment after the textbook.</summary>
[Alias("tracking.benchmarks.idiom")]
internal interface IIdiomGrain : IGrainWithStringKey
{
    [Alias("add")]
    Task AddAsync(string id, string status, DateTimeOffset occurredAt);
}

[GenerateSerializer, Alias("tracking.benchmarks.idiom-state")]
internal sealed class IdiomState
{
    [Id(0)] public List<string> Scans { get; set; } = [];

    [Id(1)] public string? Status { get; set; }
}

internal sealed class IdiomGrain([PersistentState("idiom", "idiom")] IPersistentState<IdiomState> state) : Grain, IIdiomGrain
{
    public async Task AddAsync(string id, string status, DateTimeOffset occurredAt)
    {
        state.State.Scans.Add($"{id} {status} {occurredAt:O}");
        state.State.Status = status;
        await state.WriteStateAsync();
    }
}
