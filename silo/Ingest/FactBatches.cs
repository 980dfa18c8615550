using Microsoft.Extensions.ObjectPool;

namespace Tracking.Silo.Ingest;

/// <summary>Batches that are used again, so that a request allocates none.</summary>
internal sealed class FactBatches
{
    private readonly DefaultObjectPool<FactBatch> _pool = new(new Policy(), maximumRetained: 256);

    public FactBatch Rent() => _pool.Get();

    public void Return(FactBatch batch) => _pool.Return(batch);

    private sealed class Policy : PooledObjectPolicy<FactBatch>
    {
        public override FactBatch Create() => new();

        public override bool Return(FactBatch obj)
        {
            obj.Clear();
            return true;
        }
    }
}
