namespace Tracking.Benchmarks.Running;

/// <summary>
/// One thing that is measured. What is set up once for all rounds is set up in <see cref="PrepareAsync"/>; the runner owns
/// rounds, turns, progress and results.
/// </summary>
internal abstract class Scenario
{
    /// <summary>The product's name among the subjects.</summary>
    public const string TheProduct = "product";

    /// <summary>Its name, as it is chosen by and written into the results.</summary>
    public abstract string Name { get; }

    /// <summary>Silos, connections, requests in flight, and what was there before the window.</summary>
    public abstract string Setup(RunSettings settings);

    /// <summary>The product and its baselines, in the order of their turns.</summary>
    public virtual ImmutableArray<string> Subjects => [TheProduct];

    /// <summary>How often, where that is not as often as was asked for: what takes minutes to set up.</summary>
    public virtual int? Rounds => null;

    /// <summary>Sets up what all rounds share.</summary>
    public virtual Task PrepareAsync(Bench bench, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Measures one subject once.</summary>
    public abstract Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken);

    /// <summary>Takes down what all rounds shared.</summary>
    public virtual ValueTask TakeDownAsync() => ValueTask.CompletedTask;
}
