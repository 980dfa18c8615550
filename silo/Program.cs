using Tracking.Silo.Hosting;

// In the cluster the settings come from the environment, for example Journal__Postgres; see docs/operations.md.
await using var app = SiloApplication.Build(args, new Dictionary<string, string?>());
await app.StartSiloAsync();
await app.WaitForShutdownAsync();
