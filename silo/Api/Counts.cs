using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api;

/// <summary>How many items were accepted, duplicates, rejected.</summary>
internal readonly record struct Counts(long Accepted, long Duplicate, long Rejected, int? FirstBusy)
{
    public static Counts Of(ReadOnlySpan<IntakeItem> items)
    {
        long accepted = 0, duplicate = 0, rejected = 0;
        int? busy = null;
        for (var i = 0; i < items.Length; i++)
        {
            switch (items[i].Outcome.Result)
            {
                case FactResult.Accepted:
                    accepted++;
                    break;
                case FactResult.Duplicate:
                    duplicate++;
                    break;
                default:
                    rejected++;
                    busy ??= items[i].Outcome.Refusal == FactRefusal.Busy ? i : null;
                    break;
            }
        }

        return new Counts(accepted, duplicate, rejected, busy);
    }

    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("accepted"u8, Accepted);
        writer.WriteNumber("duplicate"u8, Duplicate);
        writer.WriteNumber("rejected"u8, Rejected);
    }
}
