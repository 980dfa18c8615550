namespace Tracking.Journal.Writing;

/// <summary>An append with its place among those that its caller handed in together.</summary>
internal sealed class PendingAppend(Append append, PendingGroup group, int place)
{
    public Append Append => append;

    public void Complete(AppendResult result) => group.Settle(place, new AppendOutcome(result, null));

    public void Fail(Exception error) => group.Settle(place, new AppendOutcome(default, error));
}
