using System.Globalization;

namespace Tracking.Journal.Recount.Derived;

/// <summary>A value of a row, the same for both stores: a number, a text, or none.</summary>
internal readonly record struct Cell
{
    private readonly long number;
    private readonly string? text;
    private readonly bool isNumber;

    private Cell(long number, string? text, bool isNumber) => (this.number, this.text, this.isNumber) = (number, text, isNumber);

    public static Cell None => default;

    public static implicit operator Cell(long value) => new(value, null, true);

    public static implicit operator Cell(bool value) => new(value ? 1 : 0, null, true);

    public static implicit operator Cell(string? value) => new(0, value, false);

    public override string ToString() => isNumber ? number.ToString(CultureInfo.InvariantCulture) : text ?? "none";
}
