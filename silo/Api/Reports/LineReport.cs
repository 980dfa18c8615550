using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api.Reports;

/// <summary>What became of the lines of a body: counts, the first that were not accepted, and the rest on disk.</summary>
internal sealed class LineReport(ReportStore store, string organisation) : IDisposable
{
    /// <summary>How many lines that were not accepted are in the answer itself.</summary>
    public const int First = 1_000;

    private readonly List<IntakeItem> _first = [];
    private long _accepted;
    private long _duplicate;
    private long _rejected;
    private ReportWriter? _rest;

    /// <summary>Notes a line that is settled.</summary>
    public void Add(in IntakeItem item)
    {
        switch (item.Outcome.Result)
        {
            case FactResult.Accepted:
                _accepted++;
                return;
            case FactResult.Duplicate:
                _duplicate++;
                break;
            default:
                _rejected++;
                break;
        }

        if (_first.Count < First)
        {
            _first.Add(item with { Fact = null });
            return;
        }

        _rest ??= store.Create(organisation);
        _rest.Add(item);
    }

    /// <summary>Makes the rest readable.</summary>
    public void Complete() => _rest?.Complete();

    /// <summary>Writes the members of the summary.</summary>
    public void Write(Utf8JsonWriter writer, long settledLines)
    {
        new Counts(_accepted, _duplicate, _rejected, null).Write(writer);
        writer.WriteNumber("settledLines"u8, settledLines);
        writer.WriteStartArray("notAccepted"u8);
        foreach (var item in _first)
        {
            ItemAnswer.Write(writer, "line"u8, item);
        }

        writer.WriteEndArray();
        if (_rest is not null)
        {
            writer.WriteNumber("restLines"u8, _rest.Lines);
            writer.WriteNumber("restNotKept"u8, _rest.NotKept);
            if (_rest.Lines > 0)
            {
                writer.WriteString("rest"u8, $"/v1/reports/{_rest.Id}");
            }
        }
    }

    public void Dispose() => _rest?.Dispose();
}
