using Orleans.Runtime;

namespace Tracking.Silo.Ingest;

/// <summary>Faults of the way to a grain, which pass by themselves.</summary>
internal static class Transient
{
    public static bool Is(Exception exception) =>
        exception is SiloUnavailableException or TimeoutException or OrleansMessageRejectionException or GatewayTooBusyException;
}
