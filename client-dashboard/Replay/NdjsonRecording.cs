using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using Tracking.Dashboard.Commands;

namespace Tracking.Dashboard.Replay;

/// <summary>
/// Facts of NDJSON files, sent in the order of their times. Only an index of 32 bytes a line is kept in memory;
/// the lines stay in the files.
/// </summary>
internal sealed class NdjsonRecording : IRecording
{
    private const int LongestLine = 1 << 20;

    private readonly List<SafeFileHandle> files = [];
    private readonly List<Line> lines = [];

    private NdjsonRecording()
    {
    }

    public int Count => lines.Count;

    public string Fingerprint { get; private set; } = "";

    public InputComplaints Complaints { get; } = new();

    public RecordedFact this[int index] => new(lines[index].Kind, lines[index].At, lines[index].Shipment);

    public static NdjsonRecording Open(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        var recording = new NdjsonRecording();
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var path in paths)
            {
                recording.Index(path, hash, cancellationToken);
            }

            recording.lines.Sort(static (a, b) => (a.At, a.File, a.Offset).CompareTo((b.At, b.File, b.Offset)));
            recording.Fingerprint = Convert.ToHexStringLower(hash.GetHashAndReset());
            return recording;
        }
        catch
        {
            recording.Dispose();
            throw;
        }
    }

    public void Write(int index, IBufferWriter<byte> to)
    {
        var line = lines[index];
        var rented = ArrayPool<byte>.Shared.Rent(line.Length);
        var bytes = rented.AsSpan(0, line.Length);
        for (var read = 0; read < bytes.Length;)
        {
            var got = RandomAccess.Read(files[line.File], bytes[read..], line.Offset + read);
            read += got > 0 ? got : throw new CommandFailedException("The recording became shorter while it was played; run the command again with --restart.", ExitCodes.WrongInput);
        }

        if (line.Typed)
        {
            NdjsonLine.WriteWithoutType(bytes, to);
        }
        else
        {
            to.Write(bytes);
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    public void Dispose() => files.ForEach(static file => file.Dispose());

    private void Index(string path, IncrementalHash hash, CancellationToken cancellationToken)
    {
        files.Add(File.OpenHandle(path));
        var source = new Source(path, files.Count - 1, FactKinds.Named(Path.GetFileName(path)));
        using var stream = File.OpenRead(path);
        var buffer = new byte[LongestLine + 1];
        int filled = 0, read;
        long offset = 0;
        while ((read = stream.Read(buffer, filled, buffer.Length - filled)) > 0)
        {
            cancellationToken.ThrowIfCancellationRequested();
            hash.AppendData(buffer, filled, read);
            filled += read;
            var start = 0;
            for (int end; (end = buffer.AsSpan(start, filled - start).IndexOf((byte)'\n')) >= 0; start += end + 1)
            {
                Add(source, buffer.AsSpan(start, end), offset + start);
            }

            if (start == 0 && filled == buffer.Length)
            {
                throw new CommandFailedException($"Line {source.Lines + 1} of '{path}' is longer than {LongestLine:N0} bytes; a recording has one fact a line.", ExitCodes.WrongInput);
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            offset += start;
        }

        Add(source, buffer.AsSpan(0, filled), offset);
    }

    private void Add(Source source, ReadOnlySpan<byte> bytes, long offset)
    {
        source.Lines++;
        if (offset == 0 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
            offset = 3;
        }

        bytes = bytes.TrimEnd(" \t\r"u8);
        if (bytes.IsEmpty)
        {
            return;
        }

        var where = $"{Path.GetFileName(source.Path)}:{source.Lines}";
        try
        {
            var look = NdjsonLine.Look(bytes);
            if ((look.Type is { } type ? FactKinds.Named(type) : source.Kind) is not { } kind)
            {
                Complaints.Add("neither a field type (scan, manifest, dispatch, decision) nor a file named so", where);
                return;
            }

            // A fact without a readable time keeps its place; the partner API says what is wrong with it.
            source.LastAt = look.At ?? source.LastAt;
            lines.Add(new Line(source.LastAt, offset, bytes.Length, look.Shipment, (short)source.File, kind, look.Type is not null));
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            Complaints.Add("not one JSON object", where);
        }
    }

    private readonly record struct Line(long At, long Offset, int Length, int Shipment, short File, FactKind Kind, bool Typed);

    private sealed class Source(string path, int file, FactKind? kind)
    {
        public string Path { get; } = path;

        public int File { get; } = file;

        public FactKind? Kind { get; } = kind;

        public long Lines { get; set; }

        public long LastAt { get; set; }
    }
}
