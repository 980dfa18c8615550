using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Tracking.Faults;
using Tracking.Silo.Hosting;

// The silo as the product composes it. ASP.NET Core lets another assembly register services before the host's own ones:
// that is how the journal with a fault gets in front of the real one, and why the product knows nothing of it.
Environment.SetEnvironmentVariable("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(FaultyJournal).Assembly.GetName().Name);
await using var app = SiloApplication.Build(args, new Dictionary<string, string?>());
await app.StartSiloAsync();
await app.WaitForShutdownAsync();
