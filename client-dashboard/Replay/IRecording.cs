using System.Buffers;

namespace Tracking.Dashboard.Replay;

/// <summary>Recorded facts in the order of their times.</summary>
internal interface IRecording : IDisposable
{
    int Count { get; }

    /// <summary>Tells this input from another, so that a replay goes on with the input that it began with.</summary>
    string Fingerprint { get; }

    /// <summary>What in the input could not be read, the first of each kind.</summary>
    InputComplaints Complaints { get; }

    RecordedFact this[int index] { get; }

    /// <summary>Writes the fact as one JSON object of the partner API.</summary>
    void Write(int index, IBufferWriter<byte> to);
}

/// <summary>What must be known of a fact to send it at its time and in its shipment's order.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="At">When it happened, UTC ticks.</param>
/// <param name="Shipment">A hash of carrier and number.</param>
internal readonly record struct RecordedFact(FactKind Kind, long At, int Shipment);
