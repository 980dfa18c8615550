using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Grains.Shipments;
using Tracking.Journal;
using Tracking.Journal.Deliveries;
using Tracking.Journal.Events;
using Tracking.Silo.Deliveries;

namespace Tracking.Api.Tests.Deliveries;

/// <summary>A partner API, a receiver, a journal that a test writes to, and a clock that it moves.</summary>
internal sealed class DeliveryWorld : IAsyncDisposable
{
    public const string Old = "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    public const string New = "whsec_OTg3NjU0MzIxMDk4NzY1NDMyMTA5ODc2NTQzMjEwOTg=";
    public const string Key = "ups/main";
    private readonly Dictionary<string, Append> streams = [];

    private DeliveryWorld(Silo silo, Receiver receiver) => (Silo, Receiver) = (silo, receiver);

    public Silo Silo { get; }

    public Receiver Receiver { get; }

    // Ahead of the API's own clock: what it queues again is due.
    public ManualTime Time { get; } = new(TimeProvider.System.GetUtcNow() + TimeSpan.FromDays(1));

    public IDeliveryStore Store => Silo.Services.GetRequiredService<IDeliveryStore>();

    public static async Task<DeliveryWorld> StartAsync(params (string Key, string Value)[] settings)
    {
        var receiver = await Receiver.StartAsync();
        var silo = await Silo.StartAsync(
            keys: true,
            [
                ("Partners:0:deliveries:0:id", "main"),
                ("Partners:0:deliveries:0:url", receiver.Url),
                ("Partners:0:deliveries:0:secrets:0", Old),
                .. settings,
            ]);
        var world = new DeliveryWorld(silo, receiver);
        await world.RunAsync();
        return world;
    }

    /// <summary>Takes the endpoint as far as it goes now, with nothing remembered from before: as after a crash.</summary>
    public async Task RunAsync(string key = Key, CancellationToken cancellationToken = default)
    {
        using var client = new DeliveryClient(Silo.Services.GetRequiredService<TargetRules>(), Silo.Services.GetRequiredService<IOptions<DeliveriesOptions>>(), Time);
        await Delivery(client).RunAsync(Silo.Services.GetRequiredService<DeliveryEndpoints>().Of(key), cancellationToken);
    }

    public Task HoldAsync(string number, string id, bool isRestricted = false) => AppendAsync(number, DecisionKind.HoldPlaced, id, isRestricted);

    public Task LiftAsync(string number, string id) => AppendAsync(number, DecisionKind.HoldRemoved, id, false);

    public async ValueTask DisposeAsync()
    {
        await Silo.DisposeAsync();
        await Receiver.DisposeAsync();
    }

    private EndpointDelivery Delivery(DeliveryClient client)
    {
        var store = Silo.Services.GetRequiredService<IJournalStore>();
        var news = new NewsReader(store, new CarrierBook(Options.Create(new CarrierOptions())), Time);
        return new EndpointDelivery(
            Store, store, news, client, new DeliveryMetrics(), Silo.Services.GetRequiredService<IOptions<DeliveriesOptions>>(), Time, NullLogger<EndpointDelivery>.Instance);
    }

    private async Task AppendAsync(string text, DecisionKind kind, string id, bool isRestricted)
    {
        var number = ShipmentNumber.Parse($"ups/{text}");
        var at = ReportedTime.From(Time.GetUtcNow()).Microseconds + (streams.TryGetValue(text, out var last) ? last.VersionAfter * 1_000_000L : 0);
        var decision = new Decision
        {
            Number = number,
            Source = "us-cbp",
            Id = kind == DecisionKind.HoldPlaced ? id : $"{id}-lifted",
            OccurredAt = new ReportedTime(at, 0),
            ReceivedAt = at,
            ReportedBy = new Actor("us-cbp", "us-cbp", ActorRole.Partner),
            Kind = kind,
            Territory = "US",
            Deletes = null,
            Hold = new HoldTerms { Kind = HoldKind.IprDetention, Reason = "Counterfeit mark", Reference = id, ReasonRestricted = isRestricted },
        };
        var append = new Append
        {
            Stream = last?.Stream ?? Guid.CreateVersion7(Time.GetUtcNow()),
            Number = number,
            ExpectedVersion = last?.VersionAfter ?? 0,
            AppendId = Guid.NewGuid(),
            Events = [EventCodec.Encode(new DecisionReported(decision), notable: true)],
            Before = last?.Head ?? ShipmentHead.Empty,
            Head = new ShipmentHead { LastAt = at },
            Facts = 1,
        };
        Assert.Equal(AppendResult.Committed, Assert.Single(await Silo.Services.GetRequiredService<IJournalStore>().CommitAsync([append], 0, default)));
        streams[text] = append;
    }
}
