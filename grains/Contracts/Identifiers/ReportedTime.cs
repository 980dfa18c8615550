namespace Tracking.Contracts.Identifiers;

/// <summary>An instant in UTC, to the microsecond, with the offset in which its reporter wrote it.</summary>
/// <param name="Microseconds">Microseconds since 1970-01-01T00:00Z.</param>
/// <param name="OffsetMinutes">The reporter's offset from UTC in minutes, −840 to 840.</param>
/// <remarks>Equality compares both; the order of facts looks at the instant alone.</remarks>
[GenerateSerializer, Immutable, Alias("tracking.reported-time.v1")]
public readonly record struct ReportedTime([property: Id(0)] long Microseconds, [property: Id(1)] short OffsetMinutes)
{
    /// <summary>Takes over an instant, cutting what is finer than a microsecond.</summary>
    /// <param name="time">The instant with its offset.</param>
    public static ReportedTime From(DateTimeOffset time) =>
        new((time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, (short)time.Offset.TotalMinutes);

    /// <summary>The instant in its reporter's offset.</summary>
    public DateTimeOffset ToDateTimeOffset() =>
        DateTimeOffset.UnixEpoch.AddTicks(Microseconds * TimeSpan.TicksPerMicrosecond).ToOffset(TimeSpan.FromMinutes(OffsetMinutes));

    /// <summary>ISO 8601 with offset.</summary>
    public override string ToString() => ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz");
}
