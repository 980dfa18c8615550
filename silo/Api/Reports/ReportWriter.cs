using System.Buffers;
using System.Text.Json;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api.Reports;

/// <summary>Writes the lines of one report. A disk that fails costs the report, never the facts.</summary>
internal sealed class ReportWriter : IDisposable
{
    private readonly ArrayBufferWriter<byte> _buffer = new(65_536);
    private readonly Utf8JsonWriter _writer;
    private readonly string? _path;
    private readonly long _most;
    private FileStream? _file;
    private long _written;

    /// <summary>A report that keeps nothing.</summary>
    public ReportWriter(string id)
    {
        Id = id;
        _writer = new Utf8JsonWriter(_buffer, JsonAnswer.Options);
    }

    /// <summary>A report in a file.</summary>
    public ReportWriter(string id, string path, long mostBytes)
        : this(id)
    {
        _path = path;
        _most = mostBytes;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        _file = new FileStream(PartPath, options);
    }

    public string Id { get; }

    /// <summary>Lines that can be fetched.</summary>
    public long Lines { get; private set; }

    /// <summary>Lines that were not kept: past the bound, or the disk failed.</summary>
    public long NotKept { get; private set; }

    private string PartPath => _path + ".part";

    public void Add(in IntakeItem item)
    {
        if (_file is null || _written >= _most)
        {
            NotKept++;
            return;
        }

        var before = _buffer.WrittenCount;
        ItemAnswer.Write(_writer, "line"u8, item);
        _writer.Flush();
        _writer.Reset();
        _buffer.Write("\n"u8);
        _written += _buffer.WrittenCount - before;
        Lines++;
        if (_buffer.WrittenCount >= 61_440)
        {
            Flush();
        }
    }

    public void Complete()
    {
        Flush();
        if (_file is null)
        {
            return;
        }

        try
        {
            _file.Dispose();
            _file = null;
            File.Move(PartPath, _path!);
        }
        catch (IOException)
        {
            Lose();
        }
    }

    /// <summary>Takes away what was not completed.</summary>
    public void Dispose()
    {
        Abandon();
        _writer.Dispose();
    }

    private void Abandon()
    {
        if (_file is not null)
        {
            _file.Dispose();
            _file = null;
            Lose();
        }
    }

    private void Flush()
    {
        try
        {
            _file?.Write(_buffer.WrittenSpan);
        }
        catch (IOException)
        {
            Abandon();
        }

        _buffer.ResetWrittenCount();
    }

    private void Lose()
    {
        NotKept += Lines;
        Lines = 0;
        try
        {
            File.Delete(PartPath);
        }
        catch (IOException)
        {
            // The sweep takes it away when it is old.
        }
    }
}
