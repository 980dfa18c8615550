using Tracking.Formats.Adapters;

namespace Tracking.Formats.Fuzz;

/// <summary>Changes messages: bytes flipped, taken out, doubled, moved, replaced by bytes that mean something, and two messages put together.</summary>
/// <param name="seed">The same seed gives the same messages.</param>
public sealed class Mutator(int seed)
{
    private const int MostChanges = 8;
    private const int Longest = 16_384;

    private static readonly byte[] Meaningful = "*~>'+:?/-<>\"{}[],\r\n\t \0&;=0123456789ISABGMSTE"u8.ToArray();

    private readonly Random _random = new(seed);

    /// <summary>The next message, with the adapter that reads what it was made from.</summary>
    public (IAdapter Adapter, byte[] Message) Next()
    {
        var (name, seedMessage) = Seeds.All[_random.Next(Seeds.All.Count)];
        var bytes = new List<byte>(seedMessage);
        for (var changes = _random.Next(1, MostChanges + 1); changes > 0; changes--)
        {
            Change(bytes);
        }

        if (bytes.Count > Longest)
        {
            bytes.RemoveRange(Longest, bytes.Count - Longest);
        }

        return (AllAdapters.All.First(a => a.Name == name), [.. bytes]);
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        var length = Math.Min(_random.Next(1, 64), bytes.Count - at);
        switch (_random.Next(8))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)_random.Next(256);
                break;
            case 2 when at < bytes.Count:
                bytes[at] = Meaningful[_random.Next(Meaningful.Length)];
                break;
            case 3:
                bytes.Insert(at, Meaningful[_random.Next(Meaningful.Length)]);
                break;
            case 4:
                bytes.RemoveRange(at, length);
                break;
            case 5:
                bytes.InsertRange(_random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 6:
                bytes.InsertRange(at, Enumerable.Repeat(Meaningful[_random.Next(Meaningful.Length)], _random.Next(1, 512)));
                break;
            default:
                var other = Seeds.All[_random.Next(Seeds.All.Count)].Message;
                var from = _random.Next(other.Length);
                bytes.InsertRange(at, other[from..Math.Min(other.Length, from + _random.Next(1, 256))]);
                break;
        }
    }
}
