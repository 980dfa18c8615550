using NodaTime;
using Tracking.Dashboard.Commands;
using Tracking.Domain.Clocks;
using Tracking.Silo.Clocks;

namespace Tracking.Dashboard.Clocks;

/// <summary>What was typed, before it is understood.</summary>
internal sealed record ClockRequest
{
    public required string Basis { get; init; }

    public required string Port { get; init; }

    public required IReadOnlyList<string> Anchors { get; init; }

    public IReadOnlyList<string> Conditions { get; init; } = [];

    public IReadOnlyList<string> SwitchedOn { get; init; } = [];

    public string? RuleSet { get; init; }

    public string? At { get; init; }

    public int WarnDays { get; init; }

    public string? Data { get; init; }

    /// <summary>Understands it; what cannot be is told in one sentence with a remedy.</summary>
    public (ClockQuestion Question, Instant Now) Understand(TimeProvider time)
    {
        var library = Library();
        var port = library.PortOf(Port) ?? throw Wrong($"--port: '{Port}' is not known; give one of {Some(library.Ports.Select(p => p.Code))}, or add it to ports.json.");
        var facts = Anchors.Select(a => AnchorText.Read(a, port)).ToArray();
        var ruleSet = Law(library, port, facts);
        var basis = ruleSet.BasisOf(Basis) ?? throw Wrong($"--basis: '{Basis}' is no legal basis of {ruleSet.Name}; give one of {string.Join("; ", ruleSet.Bases.Select(b => b.Name))}.");
        foreach (var fact in facts.Where(f => ruleSet.Term(f.Name) is null))
        {
            throw Wrong($"--anchor: '{fact.Name}' starts or stops nothing in {ruleSet.Name}; give one of {string.Join(", ", ruleSet.Facts.Select(f => f.Name))}.");
        }

        foreach (var condition in Conditions.Except(ruleSet.Conditions))
        {
            throw Wrong($"--with: '{condition}' changes nothing in {ruleSet.Name}; {(ruleSet.Conditions.Any() ? $"give one of {string.Join(", ", ruleSet.Conditions)}" : "leave it out")}.");
        }

        foreach (var id in SwitchedOn.Where(id => ruleSet.Clock(id) is not { OffByDefault: true }))
        {
            throw Wrong($"--on: '{id}' is no clock of {ruleSet.Name} that is off by default; give one of {string.Join(", ", ruleSet.Clocks.Where(c => c.OffByDefault).Select(c => c.Id))}.");
        }

        var now = At is { } at ? AnchorText.Instant("--at", at, port) : Instant.FromDateTimeOffset(time.GetUtcNow());
        return (new ClockQuestion { RuleSet = ruleSet, Basis = basis, Port = port, Facts = [.. facts], Conditions = [.. Conditions], SwitchedOn = [.. SwitchedOn], WarnDays = WarnDays }, now);
    }

    private ClockLibrary Library()
    {
        try
        {
            return ClockFiles.Read(Data);
        }
        catch (ClockDataException problem)
        {
            throw new CommandFailedException(problem.Message, ExitCodes.WrongInput, problem);
        }
    }

    // A hold keeps the rule set of its day: the day of its first fact.
    private RuleSet Law(ClockLibrary library, Port port, ClockFact[] facts)
    {
        var names = library.RuleSets.Where(r => r.Jurisdiction == port.Jurisdiction).Select(r => r.Name);
        if (RuleSet is { } name)
        {
            return library.RuleSetNamed(name) is { } named && named.Jurisdiction == port.Jurisdiction
                ? named
                : throw Wrong($"--ruleset: '{name}' is no rule set of {port.Jurisdiction}, where port {port.Code} lies; give one of {string.Join(", ", names)}.");
        }

        var day = port.DayOf(facts.Min(f => f.At));
        return library.RuleSetOn(port.Jurisdiction, day)
            ?? throw Wrong($"No rule set of {port.Jurisdiction} is valid on {ClockWords.Of(day)}; name one with --ruleset: {string.Join(", ", names)}.");
    }

    private static string Some(IEnumerable<string> codes) => string.Join(", ", codes.Take(12)) + ", …";

    private static CommandFailedException Wrong(string message) => new(message, ExitCodes.WrongInput);
}
