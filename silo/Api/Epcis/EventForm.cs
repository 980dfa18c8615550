using Tracking.Contracts.Identifiers;
using Tracking.Formats.Epcis;
using Tracking.Journal.Epcis;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Events as they were read, in the form in which they are kept.</summary>
internal static class EventForm
{
    public static CapturedEvent Of(EpcisEvent one, string? namespaces) => new()
    {
        Id = one.Id,
        DeclaredAt = one.DeclaredAt,
        Where = one.Where,
        Type = one.Type,
        Action = one.Action,
        EventTime = one.EventTime,
        Step = one.Step,
        Disposition = one.Disposition,
        ReadPoint = one.ReadPoint,
        Location = one.Location,
        Context = namespaces,
        Payload = one.Payload,
        Names = NamesOf(one),
    };

    /// <summary>An instant in UTC, ISO 8601.</summary>
    public static string Time(long microseconds) => new ReportedTime(microseconds, 0).ToDateTimeOffset().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'");

    // Two URIs of one hash would be one row.
    private static ImmutableArray<EventName> NamesOf(EpcisEvent one) => one.Names.Length == 1
        ? [new EventName(EventName.HashOf(one.Names[0].Uri), RolesOf(one.Names[0].Role))]
        : [.. one.Names.GroupBy(n => EventName.HashOf(n.Uri)).Select(g => new EventName(g.Key, g.Aggregate(EventNameRoles.None, (roles, n) => roles | RolesOf(n.Role))))];

    private static EventNameRoles RolesOf(EpcisRole role)
    {
        var roles = EventNameRoles.None;
        roles |= role.HasFlag(EpcisRole.Object) ? EventNameRoles.Object : 0;
        roles |= role.HasFlag(EpcisRole.Parent) ? EventNameRoles.Parent : 0;
        roles |= role.HasFlag(EpcisRole.Input) ? EventNameRoles.Input : 0;
        roles |= role.HasFlag(EpcisRole.Output) ? EventNameRoles.Output : 0;
        roles |= role.HasFlag(EpcisRole.Transaction) ? EventNameRoles.Transaction : 0;
        return roles;
    }
}
