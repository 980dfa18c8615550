using System.Buffers;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api;

/// <summary>Reads the items of one request into batches.</summary>
internal sealed class ItemReading(FactReader reader, Partner partner, TimeProvider time) : IDisposable
{
    private byte[]? _scratch;
    private Reception _reception;

    /// <summary>Notes that bytes were received now.</summary>
    public void Stamp() => _reception = new Reception((time.GetUtcNow().Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, partner.Actor);

    /// <summary>Reads an item.</summary>
    /// <param name="batch">Where to put it.</param>
    /// <param name="found">Whether it is an item or one that is too long.</param>
    /// <param name="item">Its bytes.</param>
    /// <param name="number">Its index or line.</param>
    /// <param name="indexed">Whether the number is an index, with which the paths of complaints begin.</param>
    public void Add(FactBatch batch, Framing found, in ReadOnlySequence<byte> item, long number, bool indexed)
    {
        var index = indexed ? (int)number : -1;
        batch.Add(number, found == Framing.TooLong ? reader.TooLong(index) : reader.Read(Contiguous(item), _reception, index), partner);
    }

    public void Dispose()
    {
        if (_scratch is not null)
        {
            ArrayPool<byte>.Shared.Return(_scratch);
            _scratch = null;
        }
    }

    private ReadOnlySpan<byte> Contiguous(in ReadOnlySequence<byte> item)
    {
        if (item.IsSingleSegment)
        {
            return item.FirstSpan;
        }

        var length = (int)item.Length;
        if (_scratch is null || _scratch.Length < length)
        {
            Dispose();
            _scratch = ArrayPool<byte>.Shared.Rent(Math.Max(length, 4_096));
        }

        item.CopyTo(_scratch);
        return _scratch.AsSpan(0, length);
    }
}
