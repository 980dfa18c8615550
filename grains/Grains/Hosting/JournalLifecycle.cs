using Orleans.Runtime;
using Tracking.Journal.Writing;

namespace Tracking.Grains.Hosting;

/// <summary>Starts the journal's writer before the first grain and stops it after the last: what grains hand in while they stop is still committed.</summary>
internal sealed class JournalLifecycle(JournalWriter writer) : ILifecycleParticipant<ISiloLifecycle>
{
    public void Participate(ISiloLifecycle lifecycle) =>
        lifecycle.Subscribe(nameof(JournalLifecycle), ServiceLifecycleStage.RuntimeStorageServices, writer.StartAsync, async _ => await writer.DisposeAsync());
}
