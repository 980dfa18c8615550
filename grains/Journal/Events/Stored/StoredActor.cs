using System.Collections.Concurrent;
using System.Globalization;
using Tracking.Contracts.Access;

namespace Tracking.Journal.Events.Stored;

/// <summary>An actor in one text: organisation, name, number of the role, with slashes between. A name may contain slashes.</summary>
internal static class StoredActor
{
    // Partners' machines and officers are few; whoever is beyond the bound is read anew each time.
    private const int MostRemembered = 4096;

    private static readonly ConcurrentDictionary<string, Actor> Known = new(StringComparer.Ordinal);

    public static string Write(Actor actor)
    {
        if (actor.Organisation.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The organisation '{actor.Organisation}' must not contain a slash.", nameof(actor));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{actor.Organisation}/{actor.Name}/{(byte)actor.Role}");
    }

    public static Actor Read(string? text)
    {
        if (text is null)
        {
            throw new InvalidDataException("A stored event does not say who acted.");
        }

        return Known.TryGetValue(text, out var actor) ? actor : Parse(text);
    }

    private static Actor Parse(string text)
    {
        var first = text.IndexOf('/', StringComparison.Ordinal);
        var last = text.LastIndexOf('/');
        if (first < 0 || last == first || !byte.TryParse(text.AsSpan(last + 1), CultureInfo.InvariantCulture, out var role))
        {
            throw new InvalidDataException($"'{text}' is not organisation/name/role.");
        }

        var actor = new Actor(text[..first], text[(first + 1)..last], (ActorRole)role);
        if (Known.Count < MostRemembered)
        {
            Known.TryAdd(text, actor);
        }

        return actor;
    }
}
