using System.CommandLine;
using Spectre.Console;
using Tracking.Dashboard.Clocks;
using Tracking.Domain.Clocks;

namespace Tracking.Dashboard.Commands;

/// <summary>Prints every deadline that follows from what has happened to a detention.</summary>
internal static class ClocksCommand
{
    private const int MostWarnDays = 100;

    public static Command Create(IAnsiConsole console, TimeProvider time)
    {
        var basis = new Option<string>("--basis") { Description = "The legal basis of the hold, like 133.21.", Required = true };
        var port = new Option<string>("--port") { Description = "The port of entry, like 4701 or DEFRA: whose law, what day it is, which days are business days.", Required = true };
        var anchor = new Option<string[]>("--anchor") { Description = "What happened, like presented=2026-12-22T15:00-05:00 or notice=2026-12-29; as often as needed. An extension says behind a slash by how much: extension=2027-01-04/10.", Required = true };
        var with = new Option<string[]>("--with") { Description = "A condition that changes a length, like perishable." };
        var on = new Option<string[]>("--on") { Description = "A clock that is off by default, by its id." };
        var ruleSet = new Option<string?>("--ruleset") { Description = "A rule set by name; without it the one of the day of the first anchor." };
        var at = new Option<string?>("--at") { Description = "The time at which the deadlines are looked at; now unless given." };
        var warn = new Option<int>("--warn") { Description = "How many business days before a last day it is warned of.", DefaultValueFactory = _ => 2 };
        var data = new Option<string?>("--data") { Description = "A folder with rule sets, calendars and ports; the one beside the program unless given." };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        warn.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var days) && days is < 0 or > MostWarnDays)
            {
                result.AddError($"--warn: {days} lies outside 0 to {MostWarnDays}; give a number in between.");
            }
        });
        var command = new Command("clocks", "Prints all deadlines that follow from what has happened to a detention, and how they were counted. Not legal advice.") { basis, port, anchor, with, on, ruleSet, at, warn, data, json };
        command.SetAction(parsed => Run(
            new ClockRequest
            {
                Basis = parsed.GetRequiredValue(basis),
                Port = parsed.GetRequiredValue(port),
                Anchors = parsed.GetRequiredValue(anchor),
                Conditions = parsed.GetValue(with) ?? [],
                SwitchedOn = parsed.GetValue(on) ?? [],
                RuleSet = parsed.GetValue(ruleSet),
                At = parsed.GetValue(at),
                WarnDays = parsed.GetValue(warn),
                Data = parsed.GetValue(data),
            },
            parsed.GetValue(json),
            console,
            time));
        return command;
    }

    private static int Run(ClockRequest request, bool json, IAnsiConsole console, TimeProvider time)
    {
        var (question, now) = request.Understand(time);
        var sheet = ClockRules.Sheet(question);
        if (json)
        {
            // Written past the console's own wrapping of long lines.
            console.Profile.Out.Writer.WriteLine(ClockReport.Json(sheet, question, now));
        }
        else
        {
            ClockText.Write(console, sheet, question, now);
        }

        return ExitCodes.Done;
    }
}
