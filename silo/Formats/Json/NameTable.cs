using System.Text;

namespace Tracking.Formats.Json;

/// <summary>A closed list of names that is looked up by bytes, without a string for what was read.</summary>
internal sealed class NameTable
{
    private const int Buckets = 128;

    private readonly byte[][] _utf8;
    private readonly short[] _first = new short[Buckets];
    private readonly short[] _next;

    public NameTable(params string[] names)
    {
        Names = names;
        Listed = string.Join(", ", names);
        _utf8 = [.. names.Select(Encoding.UTF8.GetBytes)];
        _next = new short[names.Length];
        Array.Fill(_first, (short)-1);
        for (short i = 0; i < names.Length; i++)
        {
            var bucket = Bucket(_utf8[i]);
            _next[i] = _first[bucket];
            _first[bucket] = i;
        }
    }

    public IReadOnlyList<string> Names { get; }

    /// <summary>All names, separated by commas.</summary>
    public string Listed { get; }

    public string this[int index] => Names[index];

    /// <summary>The index of a name, or −1.</summary>
    public int Find(ReadOnlySpan<byte> name)
    {
        if (name.IsEmpty)
        {
            return -1;
        }

        for (var i = _first[Bucket(name)]; i >= 0; i = _next[i])
        {
            if (name.SequenceEqual(_utf8[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static int Bucket(ReadOnlySpan<byte> name) =>
        ((name.Length * 5) + (name[0] * 17) + (name[^1] * 31) + (name[name.Length / 2] * 7)) & (Buckets - 1);
}
