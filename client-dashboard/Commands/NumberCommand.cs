using System.CommandLine;
using Spectre.Console;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Formats.TrackingNumbers;

namespace Tracking.Dashboard.Commands;

/// <summary>Says which carriers a number fits, without a server.</summary>
internal static class NumberCommand
{
    public static Command Create(IAnsiConsole console)
    {
        var text = new Argument<string>("text") { Description = "A tracking number as typed or scanned; in quotes where it has spaces." };
        var carrier = new Option<string?>("--carrier") { Description = "The carrier that you know it is of; comes before every guess." };
        var command = new Command("number", "Says which carriers a tracking number fits, and why. Exit code 1 where it fits none.") { text, carrier };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(text), parsed.GetValue(carrier), console));
        return command;
    }

    private static int Run(string text, string? carrier, IAnsiConsole console)
    {
        if (carrier is not null && ShipmentNumber.NormaliseCarrier(carrier) is null)
        {
            throw new CommandFailedException($"'{carrier}' is no carrier's code: give 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen.", ExitCodes.WrongInput);
        }

        var reading = TrackingNumber.Read(text, carrier);
        foreach (var note in reading.Notes)
        {
            console.MarkupLineInterpolated($"{note}");
        }

        if (!reading.Fits.IsEmpty)
        {
            console.Write(Fits(reading));
        }

        foreach (var miss in reading.Misses)
        {
            console.MarkupLineInterpolated($"It has the look of {miss.Form} ({miss.Carrier}), but its check digit is {miss.Found} where {miss.Expected} would be right.");
        }

        if (reading.Fits.IsEmpty)
        {
            console.MarkupLineInterpolated($"'{text}' fits no carrier that is known.");
        }

        return reading.Fits.IsEmpty ? ExitCodes.Differs : ExitCodes.Done;
    }

    private static Table Fits(NumberReading reading)
    {
        var table = new Table().AddColumns("carrier", "number", "level", "form", "service", "why");
        foreach (var fit in reading.Fits)
        {
            table.AddRow(new Text(fit.Carrier), new Text(fit.Number), new Text(EnumTexts.ToText(fit.Level)), new Text(fit.Form), new Text(fit.Service ?? ""), new Text(fit.Reason));
        }

        return table;
    }
}
