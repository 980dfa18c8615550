using System.Globalization;
using Tracking.Chaos.Deployments;
using Tracking.Chaos.Load;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Recount;

namespace Tracking.Chaos;

/// <summary>
/// Loads a deployment, remembers every acknowledged fact, kills processes in between, and holds the journal to it: every
/// acknowledged fact is in its stream exactly once, and all that is derived from the streams agrees with a full recount.
/// </summary>
internal sealed class Checker(Deployment deployment, CheckerPlan plan)
{
    private readonly FactSet acknowledged = new();
    private readonly Findings findings = new();
    private readonly Random random = new(plan.Load.Seed);
    private int taken = -1;
    private int kills;
    private int recounts;

    /// <summary>Told what has just happened, in a few words.</summary>
    public Action<string> Said { get; init; } = _ => { };

    public long Acknowledged => acknowledged.Count;

    public int Kills => kills;

    /// <summary>Runs to the end of the plan; a load that comes to a standstill is a finding too.</summary>
    /// <param name="enough">Ends the load early; what was begun is finished, and all is checked.</param>
    /// <param name="deadline">Gives up.</param>
    public async Task<CheckerReport> RunAsync(CancellationToken enough, CancellationToken deadline)
    {
        await deployment.StartAsync(deadline);
        using var sender = new Sender([.. deployment.Hosts.Select(host => host.Api)], plan.Load, acknowledged, findings);
        try
        {
            var sending = Task.WhenAll(Enumerable.Range(0, plan.Senders).Select(_ => SendAsync(sender, enough, deadline)));
            await DisturbAsync(sender, sending, deadline);
            await sending;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            findings.Add("standstill", $"{Acknowledged} of {plan.Load.FirstOf(taken + 1)} facts were acknowledged in the time given");
        }

        await deployment.KillAsync();
        Said("recounting");
        var report = await CheckAsync();
        return new CheckerReport(plan.Load.Seed, Acknowledged, kills, recounts, report.Streams, findings);
    }

    private async Task SendAsync(Sender sender, CancellationToken enough, CancellationToken deadline)
    {
        while (!enough.IsCancellationRequested && Interlocked.Increment(ref taken) is var request && request < plan.Requests)
        {
            await sender.SendAsync(request, deadline);
        }
    }

    private async Task DisturbAsync(Sender sender, Task sending, CancellationToken deadline)
    {
        while (kills < plan.MostKills)
        {
            await Task.WhenAny(sending, sender.AnsweredAsync(sender.Answered + random.Next(plan.RequestsBetweenKills.Least, plan.RequestsBetweenKills.Most)));
            if (sending.IsCompleted)
            {
                return;
            }

            var began = TimeProvider.System.GetTimestamp();
            var killed = await deployment.DisturbAsync(random, deadline);
            kills++;
            Said($"{killed} was back after {TimeProvider.System.GetElapsedTime(began).TotalSeconds:N1} s");
            await RecountBesideAsync(deadline);
        }
    }

    // Beside the load: nothing may differ at any moment, not only at the end.
    private async Task RecountBesideAsync(CancellationToken deadline)
    {
        if (kills % plan.KillsBetweenRecounts == 0)
        {
            Add("beside the load: ", await JournalRecount.RunAsync(Request, deadline));
            recounts++;
        }
    }

    private async Task<RecountReport> CheckAsync()
    {
        var found = new FactSet();
        var sent = plan.Load.FirstOf(Math.Min(taken + 1, plan.Requests));
        var report = await JournalRecount.RunAsync(Request with { Seen = (number, events) => Look(number, events, found, sent) }, CancellationToken.None);
        Add("", report);
        for (var ordinal = 0L; ordinal < sent; ordinal++)
        {
            if (acknowledged.Contains(ordinal) && !found.Contains(ordinal))
            {
                findings.Add("lost", $"fact {ordinal} of {plan.Load.NumberOf(ordinal)} was acknowledged and is in no stream");
            }
        }

        return report;
    }

    private RecountRequest Request => new() { Journal = deployment.Journal, Rules = _ => CarrierRules.Default, Readers = 2, MostKept = 5 };

    private void Look(ShipmentNumber number, IReadOnlyList<ShipmentEvent> events, FactSet found, long sent)
    {
        foreach (var fact in events.OfType<FactEvent>().Select(value => value.Fact))
        {
            if (!long.TryParse(fact.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) || ordinal >= sent)
            {
                findings.Add("unknown", $"fact {fact.Id} in {number} was never sent");
            }
            else if (!found.Add(ordinal))
            {
                findings.Add("twice", $"fact {ordinal} in {number} is there again");
            }
            else if (number.Number != plan.Load.NumberOf(ordinal) || fact.OccurredAt != ReportedTime.From(plan.Load.TimeOf(ordinal)))
            {
                findings.Add("other", $"fact {ordinal} in {number} is not what was sent");
            }
        }
    }

    private void Add(string when, RecountReport report)
    {
        foreach (var kind in report.Differences)
        {
            foreach (var difference in kind.First)
            {
                findings.Add(kind.Kind, $"{when}{difference.Stream} {difference.Subject}, {difference.Field}: {difference.Expected} by the recount, {difference.Found} is kept", count: 0);
            }

            findings.Add(kind.Kind, "", kind.Count);
        }
    }
}
