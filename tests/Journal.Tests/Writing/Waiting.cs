namespace Tracking.Journal.Tests.Writing;

/// <summary>Waits for what another task does, without a clock.</summary>
internal static class Waiting
{
    public static async Task UntilAsync<T>(this IReadOnlyCollection<T> things, int count)
    {
        while (things.Count < count)
        {
            await Task.Yield();
        }
    }
}
