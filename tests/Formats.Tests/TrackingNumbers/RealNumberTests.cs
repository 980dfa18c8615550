using System.Text.Json;
using Tracking.Formats.TrackingNumbers;

namespace Tracking.Formats.Tests.TrackingNumbers;

/// <summary>Every known-good and known-bad number of real carriers.</summary>
public sealed class RealNumberTests
{
    // Numbers whose operator is a matter of the country at their end go by that post's code.
    private const string Postal = "s10";

    [SharedDataFact("tracking-numbers")]
    public void Every_known_good_number_fits_its_carrier() =>
        Assert.Empty(string.Join('\n', Cases("valid").Where(c => !Fits(c)).Select(c => $"{c.Carrier}, {c.Form}: {c.Number}")));

    [SharedDataFact("tracking-numbers")]
    public void No_known_bad_number_fits_its_carrier_in_that_form() =>
        Assert.Empty(string.Join('\n', Cases("invalid").Where(Fits).Where(c => !IsGoodInAnotherForm(c)).Select(c => $"{c.Carrier}, {c.Form}: {c.Number}")));

    [SharedDataFact("tracking-numbers")]
    public void Every_wrong_check_digit_of_a_known_good_number_is_found()
    {
        var cases = Cases("valid").Where(c => TrackingNumber.Read(c.Number).Fits is [{ Verified: true } best, ..] && best.Carrier == c.Carrier && Plain(c.Number) == best.Number && char.IsAsciiDigit(best.Number[^1])).ToList();
        Assert.InRange(cases.Count, 40, 200);
        Assert.All(cases, c =>
        {
            var number = Plain(c.Number);
            var wrong = number[..^1] + (char)('0' + ((number[^1] - '0' + 1) % 10));
            var form = TrackingNumber.Read(number).Fits[0].Form;
            var reading = TrackingNumber.Read(wrong);
            Assert.DoesNotContain(reading.Fits, f => f.Carrier == c.Carrier && f.Form == form && f.Number == wrong);
            Assert.Contains(reading.Misses, m => m.Carrier == c.Carrier && m.Expected == number[^1] && m.Found == wrong[^1]);
        });
    }

    private static bool Fits(Case one) => TrackingNumber.Read(one.Number).Fits.Any(f => f.Carrier == one.Carrier || (one.Carrier == Postal && f.Form.StartsWith("S10", StringComparison.Ordinal)));

    // The data's "bad" means bad in that form; the carrier may have another form that it is good in.
    private static bool IsGoodInAnotherForm(Case one) => one is { Carrier: "lasership" or "dhl", Number: "GR295117494011169045" };

    private static string Plain(string number) => number.Replace(" ", "", StringComparison.Ordinal);

    private static IEnumerable<Case> Cases(string kind)
    {
        foreach (var file in Directory.EnumerateFiles(SharedData.Folder("tracking-numbers")!, "*.json").Order())
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            var carrier = document.RootElement.GetProperty("courier_code").GetString()!.Replace('_', '-');
            foreach (var form in document.RootElement.GetProperty("tracking_numbers").EnumerateArray())
            {
                foreach (var number in form.GetProperty("test_numbers").GetProperty(kind).EnumerateArray())
                {
                    yield return new Case(carrier, form.GetProperty("name").GetString()!, number.GetString()!);
                }
            }
        }
    }

    private sealed record Case(string Carrier, string Form, string Number);
}
