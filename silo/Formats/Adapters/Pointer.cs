namespace Tracking.Formats.Adapters;

/// <summary>Where something stands in a message, short enough to go with a fact.</summary>
internal static class Pointer
{
    private const int Longest = 64;

    /// <summary>A pointer as it is, or its end: that tells more than its beginning.</summary>
    public static string Cut(string pointer) => pointer.Length == 0 ? "/" : pointer.Length <= Longest ? pointer : $"…{pointer[^(Longest - 1)..]}";
}
