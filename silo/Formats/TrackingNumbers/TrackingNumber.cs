using System.Collections.Immutable;
using Tracking.Contracts.Identifiers;
using Tracking.Formats.Gs1;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>Finds out which carriers a number fits.</summary>
public static class TrackingNumber
{
    private const int MostMisses = 8;

    /// <summary>Recognises a number as a person typed it or a scanner read it.</summary>
    /// <param name="text">The text, up to 256 characters; longer ones are none.</param>
    /// <param name="carrier">The carrier that a person says it is of: comes before every guess; null for none.</param>
    public static NumberReading Read(string text, string? carrier = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = NumberText.Clean(text);
        if (Gs1Key.TryParse(text.Trim(), out var key))
        {
            clean = key.ToString().ToUpperInvariant();
        }

        var found = new Findings();
        foreach (var candidate in NumberText.Candidates(clean))
        {
            foreach (var pattern in NumberPatterns.All)
            {
                if (pattern.Fits(candidate.Number))
                {
                    found.Add(pattern, candidate);
                }
            }
        }

        if (clean.Length > 0 && key.Value is not null)
        {
            found.Add(key);
        }

        return found.Reading(clean, ShipmentNumber.NormaliseCarrier(carrier));
    }

    private sealed class Findings
    {
        private readonly List<(NumberFit Fit, int Weight, NumberCandidate From)> _fits = [];
        private readonly List<NumberMiss> _misses = [];

        public void Add(NumberPattern pattern, NumberCandidate candidate)
        {
            var number = candidate.Number;
            var carrier = pattern.CarrierOf?.Invoke(number) ?? pattern.Carrier;
            if (pattern.Expected(number) is { } expected && expected != number[pattern.CheckAt])
            {
                _misses.Add(new NumberMiss(carrier, pattern.Form, number[pattern.CheckAt], expected));
                return;
            }

            var service = pattern.ServiceOf(number);
            var verified = pattern.Check is not null;
            var fit = new NumberFit(carrier, pattern.OwnPart(number), pattern.Level, pattern.Form, service, verified, Reason(pattern, number, verified));

            // What is verified counts most, then what begins with letters that others do not have, then how much is fixed.
            Keep(fit, (verified ? 1_000 : 0) + (10 * pattern.Prefix.Length) + (pattern.Prefix.Any(char.IsAsciiLetter) ? 100 : 0) + (service is null ? 0 : 5), candidate);
        }

        public void Add(Gs1Key key)
        {
            var name = key.Kind switch { Gs1KeyKind.Sscc => "SSCC", Gs1KeyKind.Sgtin => "SGTIN", Gs1KeyKind.Gsin => "GSIN", _ => "GINC" };
            var level = key.Kind is Gs1KeyKind.Gsin or Gs1KeyKind.Ginc ? NumberLevel.Bill : NumberLevel.Piece;
            var number = key.ToString().ToUpperInvariant();
            var fit = new NumberFit(CarrierNeutralPatterns.Gs1, number, level, name, null, key.Kind != Gs1KeyKind.Ginc, $"It is written as {name} in a form of GS1.");
            Keep(fit, 2_000, new NumberCandidate(number, null, null));
        }

        public NumberReading Reading(string clean, string? carrier)
        {
            var fits = _fits.OrderByDescending(f => f.Weight).ThenBy(f => f.Fit.Carrier, StringComparer.Ordinal).ToList();
            var corrected = carrier is not null && (fits.Count == 0 || fits[0].Fit.Carrier != carrier);
            if (corrected)
            {
                fits = [.. fits.OrderByDescending(f => f.Fit.Carrier == carrier)];
            }

            var best = fits.Count > 0 ? fits[0].From : default;
            var normal = fits.Count > 0 ? fits[0].Fit.Number : Plain(clean);
            if (corrected && (fits.Count == 0 || fits[0].Fit.Carrier != carrier) && normal.Length > 0)
            {
                fits.Insert(0, (new NumberFit(carrier!, normal, NumberLevel.Piece, "named by a person", null, false, $"A person says that it is of {carrier}, though no form of {carrier} fits."), 0, best));
            }

            return new NumberReading
            {
                Normal = normal,
                Notes = best.Note is { } note ? [note] : [],
                PostalCode = best.PostalCode,
                Fits = [.. fits.Select(f => f.Fit)],
                Misses = [.. _misses.Where(m => !fits.Any(f => f.Fit.Carrier == m.Carrier && f.Fit.Form == m.Form)).Distinct().Take(MostMisses)],
                Corrected = corrected ? carrier : null,
            };
        }

        // One carrier knows one number in one way: the better grounded.
        private void Keep(NumberFit fit, int weight, NumberCandidate from)
        {
            var at = _fits.FindIndex(f => f.Fit.Carrier == fit.Carrier && f.Fit.Number == fit.Number);
            if (at < 0)
            {
                _fits.Add((fit, weight, from));
            }
            else if (_fits[at].Weight < weight)
            {
                _fits[at] = (fit, weight, from);
            }
        }

        private static string Plain(string clean) => ShipmentNumber.NormaliseNumber(clean) ?? "";

        private static string Reason(NumberPattern pattern, string number, bool verified)
        {
            var begins = pattern.Prefix.Length > 0 ? $"begins with {pattern.Prefix} and " : "";
            return verified
                ? $"It {begins}has the look of {pattern.Form}, and its check digit {number[pattern.CheckAt]} is right."
                : $"It {begins}has the look of {pattern.Form}, which has no check digit that is known.";
        }
    }
}
