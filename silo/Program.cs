using Tracking.Silo.Hosting;

try
{
    // In the cluster the settings come from the environment, for example Journal__Postgres; see docs/operations.md.
    await using var app = SiloApplication.Build(args, new Dictionary<string, string?>());
    await app.StartSiloAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception exception) when (StartFailures.Explain(exception) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 2;
}
