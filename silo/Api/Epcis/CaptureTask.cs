using System.Threading.RateLimiting;
using Tracking.Contracts.Facts;
using Tracking.Journal.Epcis;

namespace Tracking.Silo.Api.Epcis;

/// <summary>A capture on its way: into the store, then to its parcels.</summary>
internal sealed class CaptureTask(Capture capture, ImmutableArray<ImmutableArray<Fact>> facts, RateLimitLease room)
{
    private readonly TaskCompletionSource<CaptureOutcome?> _committed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _followed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Capture Capture { get; } = capture;

    /// <summary>What became of it; null where it could not be made durable now.</summary>
    public Task<CaptureOutcome?> Committed => _committed.Task;

    /// <summary>Done when its parcels know, or when that is left for later.</summary>
    public Task Followed => _followed.Task;

    /// <summary>The job, once it is committed.</summary>
    public CaptureJob Job { get; private set; } = null!;

    /// <summary>The facts of the events that were captured.</summary>
    public IEnumerable<Fact> Facts { get; private set; } = [];

    public void Commit(CaptureOutcome outcome)
    {
        Job = outcome.Job;
        Facts = outcome.Captured.SelectMany(i => facts[i]);
        _committed.TrySetResult(outcome);
    }

    public void Fail()
    {
        _committed.TrySetResult(null);
        End();
    }

    public void End()
    {
        _followed.TrySetResult();
        room.Dispose();
    }
}
