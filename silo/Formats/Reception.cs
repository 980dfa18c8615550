using Tracking.Contracts.Access;

namespace Tracking.Formats;

/// <summary>What a reader cannot know from the bytes: when and from whom they were received.</summary>
/// <param name="ReceivedAt">Microseconds since 1970 UTC.</param>
/// <param name="ReportedBy">Who handed them in.</param>
public readonly record struct Reception(long ReceivedAt, Actor ReportedBy);
