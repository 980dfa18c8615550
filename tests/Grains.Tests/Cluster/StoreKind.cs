namespace Tracking.Grains.Tests.Cluster;

public enum StoreKind
{
    Sqlite,
    Postgres,
}
