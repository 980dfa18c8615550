using System.IO.Hashing;
using System.Text;
using Tracking.Domain.Deliveries;
using Tracking.Domain.Shipments;
using Tracking.Grains.Shipments;
using Tracking.Journal;
using Tracking.Journal.Deliveries;

namespace Tracking.Silo.Deliveries;

/// <summary>Turns events of the feed into what an endpoint is told.</summary>
internal sealed class NewsReader(IJournalStore store, CarrierBook carriers, TimeProvider time)
{
    /// <summary>The messages that follow from some events, in order: the same for the same events, however often they are read.</summary>
    public async Task<List<NewDelivery>> ReadAsync(PartnerEndpoint endpoint, ImmutableArray<FeedEvent> events, CancellationToken cancellationToken)
    {
        var messages = new List<NewDelivery>();
        FeedEvent[] concerning = [.. events.Where(e => endpoint.Partner.MayAskAbout(e.Number))];
        if (concerning.Length == 0)
        {
            return messages;
        }

        var streams = (await store.LoadAsync([.. concerning.Select(e => e.Number).Distinct()], cancellationToken)).ToDictionary(s => s.Number);
        var states = new Dictionary<Contracts.Identifiers.ShipmentNumber, ShipmentState>();
        foreach (var told in concerning)
        {
            var stream = streams[told.Number];
            if (told.Version > stream.Version)
            {
                // Of an earlier life of the number, which has ended.
                continue;
            }

            var before = states.GetValueOrDefault(told.Number) ?? ShipmentState.Empty(told.Number, carriers.Of(told.Number.Carrier));
            before = before.After(stream.Events[before.Version..(told.Version - 1)]);
            var after = before.After([told.Event]);
            states[told.Number] = after;
            Add(messages, endpoint, told, before, after);
        }

        return messages;
    }

    private void Add(List<NewDelivery> messages, PartnerEndpoint endpoint, FeedEvent told, ShipmentState before, ShipmentState after)
    {
        var partner = endpoint.Partner;
        var news = NewsRules.Between(before, after, told.Event);
        for (var i = 0; i < news.Length; i++)
        {
            if (endpoint.Entry.Events.Contains(news[i].Kind)
                && NewsRules.Concerns(news[i], partner.SpeaksForCarrier(told.Number.Carrier), partner.SpeaksForAuthority)
                && NewsBody.Of(endpoint, news[i], told.Event, after, time.GetUtcNow()) is { } body)
            {
                messages.Add(new NewDelivery(IdOf(endpoint.Key, told, i), told.Number.ToString(), NewsTexts.Of(news[i].Kind), body));
            }
        }
    }

    private static string IdOf(string endpoint, FeedEvent told, int index) =>
        $"msg_{XxHash128.HashToUInt128(Encoding.UTF8.GetBytes($"{endpoint}|{told.Number}|{told.Version}|{told.Position.Text}|{index}")):x32}";
}
