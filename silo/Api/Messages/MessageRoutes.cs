using System.Collections.Immutable;
using Tracking.Formats.Adapters;
using Tracking.Formats.Air;
using Tracking.Formats.Cbp;
using Tracking.Formats.Edifact;
using Tracking.Formats.Epcis;
using Tracking.Formats.Notifications;
using Tracking.Formats.Upu;
using Tracking.Formats.X12;

namespace Tracking.Silo.Api.Messages;

/// <summary>Where foreign messages are sent, and which are read there.</summary>
internal static class MessageRoutes
{
    public static ImmutableArray<(string Path, string Name, string Summary, ImmutableArray<IAdapter> Adapters)> All { get; } =
    [
        ("/customs/air", "post-customs-air", "Send messages of US air customs", [new AirCustomsAdapter()]),
        ("/customs/notifications", "post-customs-notifications", "Send notifications of customs and posts",
            [new EntrySummaryAdapter(), new PostalAdapter(), new DeclarationAdapter(), new CodeEventsAdapter()]),
        ("/edi", "post-edi", "Send interchanges of X12 or EDIFACT", [new X12Adapter(), new EdifactAdapter()]),
        ("/epcis", "post-epcis", "Send documents or events of EPCIS 1.2 or 2.0", [new EpcisAdapter()]),
    ];
}
