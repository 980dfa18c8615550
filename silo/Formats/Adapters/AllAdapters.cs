using System.Collections.Immutable;
using Tracking.Formats.Carriers;
using Tracking.Formats.Epcis;

namespace Tracking.Formats.Adapters;

/// <summary>Every adapter there is, in the order in which they are asked. A new format is a new line here.</summary>
public static class AllAdapters
{
    /// <summary>The adapters.</summary>
    public static ImmutableArray<IAdapter> All { get; } =
    [
        new EpcisAdapter(),
        new Air.AirCustomsAdapter(),
        new X12.X12Adapter(),
        new Edifact.EdifactAdapter(),
        new Notifications.EntrySummaryAdapter(),
        new Upu.PostalAdapter(),
        new Notifications.DeclarationAdapter(),
        new Cbp.CodeEventsAdapter(),
        .. CarrierAdapters.All,
    ];

    /// <summary>The first adapter that recognises a message; null where none does.</summary>
    /// <param name="message">The message.</param>
    public static IAdapter? Recognise(ReadOnlySpan<byte> message)
    {
        foreach (var adapter in All)
        {
            if (message.Length <= adapter.MostBytes && adapter.Recognises(message))
            {
                return adapter;
            }
        }

        return null;
    }
}
