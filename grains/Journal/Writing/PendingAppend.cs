namespace Tracking.Journal.Writing;

/// <summary>An append with its caller, who waits.</summary>
internal sealed class PendingAppend(Append append)
{
    // Continuations run elsewhere: a caller's code must never hold up the writer.
    private readonly TaskCompletionSource<AppendResult> outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Append Append { get; } = append;

    public Task<AppendResult> Outcome => outcome.Task;

    public void Complete(AppendResult result) => outcome.TrySetResult(result);

    public void Fail(Exception error) => outcome.TrySetException(error);
}
