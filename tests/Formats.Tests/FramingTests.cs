using System.Buffers;
using System.Text;
using CsCheck;
using Tracking.Formats.Json;

namespace Tracking.Formats.Tests;

/// <summary>Bodies are cut into items however they arrive.</summary>
public sealed class FramingTests
{
    [Theory]
    [InlineData("[]", "")]
    [InlineData("  { \"a\" : \"}\" }  ", "{ \"a\" : \"}\" }")]
    [InlineData("[{\"a\":1},{\"b\":[1,{}]}]", "{\"a\":1}|{\"b\":[1,{}]}")]
    [InlineData("[ {\"a\":\"\\\\\\\",]\"} , 7 ]", "{\"a\":\"\\\\\\\",]\"} |7 ")]
    [InlineData("[{\"a\":},{\"b\":1}]", "{\"a\":}|{\"b\":1}")]
    [InlineData("[{},]", "{}|")]
    [InlineData("[{}]]", "{}!4")]
    [InlineData("[{}},{}]", "!3")]
    [InlineData("{} {}", "{}!3")]
    [InlineData("[{},{\"a\":\"x", "{}!11")]
    [InlineData("7", "!0")]
    [InlineData("", "!0")]
    public void Objects_and_arrays(string body, string expected)
    {
        for (var chunk = 1; chunk <= body.Length + 1; chunk++)
        {
            Assert.Equal(expected, Frame(new ArrayFramer(), Encoding.UTF8.GetBytes(body), chunk));
        }
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb\n", "a|b")]
    [InlineData("\n \r\na\r\n\nb", "a\r|b")]
    public void Lines(string body, string expected)
    {
        for (var chunk = 1; chunk <= body.Length + 1; chunk++)
        {
            Assert.Equal(expected, Frame(new LineFramer(), Encoding.UTF8.GetBytes(body), chunk));
        }
    }

    [Fact]
    public void A_line_knows_its_number_and_blank_ones_count()
    {
        var framer = new LineFramer();
        var buffer = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes("\n\na\n\nb"));
        Assert.Equal(Framing.Item, framer.Next(ref buffer, true, out _));
        Assert.Equal(3, framer.Number);
        Assert.Equal(Framing.Item, framer.Next(ref buffer, true, out _));
        Assert.Equal(5, framer.Number);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_too_long_is_dropped_and_its_neighbours_stay(bool lines)
    {
        var huge = new string('x', 3 * Limits.ItemBytes);
        var body = Encoding.UTF8.GetBytes(lines ? $"{{}}\n{huge}\n{{}}\n" : $"[{{}},\"{huge}\",{{}}]");
        foreach (var chunk in new[] { 4096, body.Length })
        {
            Assert.Equal("{}|<too long>|{}", Frame(lines ? new LineFramer() : new ArrayFramer(), body, chunk));
        }
    }

    [Fact]
    public void Any_bytes_in_any_pieces_give_the_same_items() =>
        Gen.Select(Gen.OneOf((byte)'[', (byte)']', (byte)'{', (byte)'}', (byte)',', (byte)'"', (byte)'\\', (byte)'a', (byte)' ', (byte)'\n').Array[0, 40], Gen.Int[1, 7], Gen.Bool)
            .Sample(
                (body, chunk, lines) =>
                    Frame(lines ? new LineFramer() : new ArrayFramer(), body, chunk)
                    == Frame(lines ? new LineFramer() : new ArrayFramer(), body, body.Length + 1),
                iter: 20_000);

    /// <summary>Feeds a body in pieces, keeping what the framer left, as a pipe does.</summary>
    private static string Frame(ItemFramer framer, byte[] body, int chunk)
    {
        var items = new List<string>();
        var rest = ReadOnlySequence<byte>.Empty;
        for (var fed = 0; ;)
        {
            var final = fed == body.Length;
            var found = framer.Next(ref rest, final, out var item);
            switch (found)
            {
                case Framing.Item:
                    items.Add(Encoding.UTF8.GetString(item));
                    continue;
                case Framing.TooLong:
                    items.Add("<too long>");
                    continue;
                case Framing.Broken:
                    return string.Join('|', items) + $"!{framer.Position}";
                case Framing.End:
                    return string.Join('|', items);
            }

            var next = Math.Min(chunk, body.Length - fed);
            rest = Chunks.Join(rest, body.AsMemory(fed, next));
            fed += next;
        }
    }
}
