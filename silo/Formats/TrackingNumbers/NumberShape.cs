namespace Tracking.Formats.TrackingNumbers;

/// <summary>
/// The look of a number: <c>d</c> a digit, <c>a</c> a letter, <c>x</c> either, <c>[12]</c> one of these, anything else itself;
/// <c>{9}</c> repeats the one before, and at the end <c>{9,10}</c> that many to that many times.
/// </summary>
internal sealed class NumberShape
{
    private const string Digits = "0123456789";
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private readonly List<string> _permitted = [];
    private readonly int _shortest;

    public NumberShape(string shape)
    {
        for (var at = 0; at < shape.Length;)
        {
            var one = Next(shape, ref at);
            var (least, most) = Repeats(shape, ref at);
            _permitted.AddRange(Enumerable.Repeat(one, most));
            _shortest += least;
        }

        Prefix = string.Concat(_permitted.TakeWhile(p => p.Length == 1));
    }

    /// <summary>The characters with which all begin.</summary>
    public string Prefix { get; }

    public bool Fits(string number)
    {
        if (number.Length < _shortest || number.Length > _permitted.Count)
        {
            return false;
        }

        for (var i = 0; i < number.Length; i++)
        {
            if (!_permitted[i].Contains(number[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private static string Next(string shape, ref int at)
    {
        var c = shape[at++];
        if (c == '[')
        {
            var end = shape.IndexOf(']', at);
            var set = shape[at..end];
            at = end + 1;
            return set;
        }

        return c switch
        {
            'd' => Digits,
            'a' => Letters,
            'x' => Digits + Letters,
            _ => c.ToString(),
        };
    }

    private static (int Least, int Most) Repeats(string shape, ref int at)
    {
        if (at >= shape.Length || shape[at] != '{')
        {
            return (1, 1);
        }

        var end = shape.IndexOf('}', at);
        var counts = shape[(at + 1)..end].Split(',');
        at = end + 1;
        return (int.Parse(counts[0]), int.Parse(counts[^1]));
    }
}
