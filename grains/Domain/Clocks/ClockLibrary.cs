using System.Collections.Frozen;
using NodaTime;
using Tracking.Domain.Clocks.Calendars;
using Tracking.Domain.Clocks.Reading;

namespace Tracking.Domain.Clocks;

/// <summary>All rule sets, calendars and ports that were read.</summary>
public sealed class ClockLibrary
{
    private readonly FrozenDictionary<string, Port> ports;

    internal ClockLibrary(ImmutableArray<RuleSet> ruleSets, ImmutableArray<BusinessCalendar> calendars, ImmutableArray<Port> ports)
    {
        (RuleSets, Calendars, Ports) = (ruleSets, calendars, ports);
        this.ports = ports.ToFrozenDictionary(p => p.Code, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The rule sets.</summary>
    public ImmutableArray<RuleSet> RuleSets { get; }

    /// <summary>The calendars.</summary>
    public ImmutableArray<BusinessCalendar> Calendars { get; }

    /// <summary>The ports.</summary>
    public ImmutableArray<Port> Ports { get; }

    /// <summary>How many business days before a last day it is warned of, 0 to 100, unless the clock says otherwise.</summary>
    public int WarnDays { get; private init; } = 2;

    /// <summary>The same law with another lead of its warnings.</summary>
    /// <param name="days">Business days, 0 to 100.</param>
    public ClockLibrary Warning(int days) => new(RuleSets, Calendars, Ports) { WarnDays = days };

    /// <summary>The same law with a calendar that is closed, or open, on a day on which it was not.</summary>
    /// <param name="calendar">The calendar's name.</param>
    /// <param name="closed">A day on which it is closed; null: none.</param>
    /// <param name="opened">A day on which it is open; null: none.</param>
    /// <returns>Null if there is no such calendar.</returns>
    public ClockLibrary? With(string calendar, Holiday? closed, LocalDate? opened)
    {
        if (Calendars.FirstOrDefault(c => string.Equals(c.Name, calendar, StringComparison.OrdinalIgnoreCase)) is not { } before)
        {
            return null;
        }

        var after = before.With(closed, opened);
        return new(RuleSets, Calendars.Replace(before, after), [.. Ports.Select(p => p.Calendar == before ? p with { Calendar = after } : p)]) { WarnDays = WarnDays };
    }

    /// <summary>Reads the data.</summary>
    /// <param name="files">The files, in any order.</param>
    /// <param name="complaints">Everything that cannot be used.</param>
    /// <returns>Null if there is any complaint: with half a law nothing is computed.</returns>
    public static ClockLibrary? Read(IReadOnlyList<DataFile> files, out ImmutableArray<DataComplaint> complaints) => LibraryReader.Read(files, out complaints);

    /// <summary>The port with a code.</summary>
    /// <param name="code">Four digits of US customs, or a UN/LOCODE.</param>
    /// <returns>Null if it is not known.</returns>
    public Port? PortOf(string code) => ports.GetValueOrDefault(code);

    /// <summary>The rule set with a name; null if there is none.</summary>
    /// <param name="name">The name.</param>
    public RuleSet? RuleSetNamed(string name) => RuleSets.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The rule set that is the law somewhere on a day: the one that a hold of that day keeps.</summary>
    /// <param name="jurisdiction">The jurisdiction.</param>
    /// <param name="day">The day, as the port's time zone has it.</param>
    /// <returns>Null if there is none.</returns>
    public RuleSet? RuleSetOn(string jurisdiction, LocalDate day) => RuleSets.FirstOrDefault(r => r.Jurisdiction == jurisdiction && r.IsValidOn(day));
}
