using System.Collections.Frozen;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>Computes a check digit from the characters that it guards.</summary>
internal delegate char CheckRule(ReadOnlySpan<char> body);

/// <summary>One form of a carrier's numbers.</summary>
internal sealed record NumberPattern(string Carrier, string Form, NumberLevel Level, string Looks)
{
    private readonly NumberShape _shape = new(Looks);

    /// <summary>The rule of its check digit; null where it has none that is known.</summary>
    public CheckRule? Check { get; init; }

    /// <summary>What the check digit guards.</summary>
    public Range Guarded { get; init; } = ..^1;

    /// <summary>Where the check digit stands.</summary>
    public Index CheckAt { get; init; } = ^1;

    /// <summary>The part that is the tracking number, where a bar code has more around it.</summary>
    public Range Own { get; init; } = Range.All;

    /// <summary>Whether zeros before the part are filling.</summary>
    public bool TrimZeros { get; init; }

    /// <summary>The part that names the service.</summary>
    public Range? ServiceAt { get; init; }

    /// <summary>Services by that part.</summary>
    public FrozenDictionary<string, string>? Services { get; init; }

    /// <summary>The carrier, where the number itself names it; null refuses the number.</summary>
    public Func<string, string?>? CarrierOf { get; init; }

    /// <summary>The characters with which all begin.</summary>
    public string Prefix => _shape.Prefix;

    public bool Fits(string number) => _shape.Fits(number) && (CarrierOf is null || CarrierOf(number) is not null) && !IsBlank(number);

    /// <summary>The check digit that the number asks for; null where the form has none.</summary>
    public char? Expected(string number) => Check?.Invoke(number.AsSpan()[Guarded]);

    public string OwnPart(string number)
    {
        var own = number[Own];
        return TrimZeros ? own.TrimStart('0') : own;
    }

    public string? ServiceOf(string number) =>
        ServiceAt is { } part && Services is not null && Services.TryGetValue(number[part], out var service) ? service : null;

    // Nothing but zeros satisfies every rule and names nothing.
    private bool IsBlank(string number) => Check is not null && number.AsSpan().TrimStart('0').IsEmpty;
}
