using Tracking.Contracts.Access;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;

namespace Tracking.Page.Tests.World;

/// <summary>One shipment of the test world: facts in, the views that the page reads out. It knows no rules.</summary>
internal sealed class FakeShipment(ShipmentNumber number, SellerKey seller)
{
    private static readonly Actor Reporter = new("test", "carrier", ActorRole.Partner);
    private readonly List<TimelineEntry> _timeline = [];
    private readonly List<HoldView> _holds = [];
    private TransportStatus _status = TransportStatus.Announced;
    private CustomsStatus _customs;
    private DateTimeOffset _lastAt;
    private Place? _place;

    public ShipmentNumber Number => number;

    public int Version { get; private set; }

    public IReadOnlyList<HoldRow> OpenHolds =>
    [
        .. _holds.Where(hold => hold.RemovedAt is null).Select(hold => new HoldRow
        {
            Id = hold.Id, Carrier = number.Carrier, Number = number.Number, Kind = hold.Kind, Authority = hold.Authority,
            Reason = hold.Reason, LegalBasis = hold.LegalBasis, Port = hold.Port, PlacedAt = hold.PlacedAt, Seller = seller.ToString(),
        }),
    ];

    public ShipmentRow Row => new()
    {
        Carrier = number.Carrier,
        Number = number.Number,
        Version = Version,
        Status = _status,
        Customs = _customs,
        OpenHolds = OpenHolds.Count,
        Seller = seller.ToString(),
        Place = _place?.ToString(),
        LastAt = _lastAt,
        Origin = "CN",
        Destination = "US",
    };

    public ShipmentView View => new()
    {
        Carrier = number.Carrier,
        Number = number.Number,
        Version = Version,
        Status = _status,
        StatusSince = _lastAt,
        LastPlace = _place,
        Customs = _customs == CustomsStatus.None ? [] : [new CustomsView("US", CustomsProcedure.Import, _customs, _lastAt, null)],
        Holds = [.. _holds.OrderBy(hold => hold.RemovedAt is not null)],
        Pieces = [new PieceView(number.Number + "-1", _status, true), new PieceView(number.Number + "-2", TransportStatus.Announced, false)],
        PieceCount = 2,
        Seller = seller.ToString(),
        Order = "A-1009",
        PortOfEntry = "2704",
        Parties = [new Party(PartyRole.Consignee, "p1", "US", new PartyDetails { Name = "Jo Field", Address = "12 Elm Street, Dayton" }), new Party(PartyRole.Shipper, "p2", "CN", null)],
        Origin = new Place("CN", "CNSZX"),
        Destination = new Place("US", null, "45402"),
        Goods = [new GoodsLine { Description = "Running shoes", Brand = "Acme", HsCode = "640411", Quantity = 12, Value = 240.5m, Currency = "USD", WeightKg = 9.2m }],
        Timeline = [.. _timeline],
        Cases = [.. _holds.Where(hold => hold is { Kind: HoldKind.IprDetention, RemovedAt: null }).Select(CaseOf)],
    };

    private static CaseView CaseOf(HoldView hold) => new()
    {
        Hold = hold.Id,
        Authority = hold.Authority,
        Stage = "detained",
        Revision = 1,
        Options = [new CaseOption("release", "release", "released", "officer", ["reason"]), new CaseOption("seize", "seize", "seized", "officer", ["reason", "reference"])],
        Deadlines =
        [
            Deadline("us.decide", "decide to release or to detain", "met", "2026-06-08", "considered detained", "19 CFR 151.16(b)"),
            Deadline("us.answer", "importer’s answer on suspected counterfeits", "breached", "2026-06-17", "unredacted samples and information may go to the mark’s owner", "19 CFR 133.21(b)(2)(i)(B)") with { IsProposed = true },
            Deadline("us.determination", "final determination", "warned", "2026-07-01", "deemed excluded; never a release", "19 CFR 151.16(e), 19 USC 1499(c)(5)(A)"),
        ],
    };

    private static DeadlineView Deadline(string clock, string title, string state, string lastDay, string effect, string citation) => new()
    {
        Clock = clock,
        Title = title,
        State = state,
        LastDay = lastDay,
        EndsAt = DateTimeOffset.Parse(lastDay + "T04:00:00Z", System.Globalization.CultureInfo.InvariantCulture).AddDays(1),
        Zone = "America/New_York",
        Port = "4701",
        Turn = "customs",
        Effect = effect,
        EffectDay = lastDay,
        Anchor = "presented",
        AnchorAt = DateTimeOffset.UnixEpoch,
        RuleSet = "us-2",
        Citation = citation,
        Known = "seen in its source",
    };

    public Scan Scan(TransportStatus status, DateTimeOffset at, string locode)
    {
        _status = status;
        _place = new Place(locode[..2], locode);
        var scan = new Scan
        {
            Number = number,
            Source = number.Carrier,
            Id = $"s{Version + 1}",
            OccurredAt = ReportedTime.From(at),
            ReceivedAt = 0,
            ReportedBy = Reporter,
            Status = status,
            Place = _place,
            Text = "Processed at facility",
        };
        Note(scan, "scan-reported", at);
        return scan;
    }

    public Decision Hold(HoldKind kind, DateTimeOffset at, string reason)
    {
        var id = $"h{Version + 1}";
        _holds.Add(new HoldView(id, kind, "us-cbp", "19 CFR 133.21", reason, "R-77", "2704", at, null, []));
        _customs = CustomsStatus.Detained;
        return Decide(DecisionKind.HoldPlaced, id, at, new HoldTerms { Kind = kind, LegalBasis = "19 CFR 133.21", Reason = reason, Port = "2704" });
    }

    public Decision LiftAll(DateTimeOffset at)
    {
        for (var index = 0; index < _holds.Count; index++)
        {
            _holds[index] = _holds[index] with { RemovedAt = _holds[index].RemovedAt ?? at };
        }

        _customs = CustomsStatus.Released;
        return Decide(DecisionKind.HoldRemoved, $"d{Version + 1}", at, null);
    }

    private Decision Decide(DecisionKind kind, string id, DateTimeOffset at, HoldTerms? terms)
    {
        var decision = new Decision
        {
            Number = number,
            Source = "us-cbp",
            Id = id,
            OccurredAt = ReportedTime.From(at),
            ReceivedAt = 0,
            ReportedBy = Reporter,
            Kind = kind,
            Territory = "US",
            Hold = terms,
        };
        Note(decision, "decision-reported", at);
        return decision;
    }

    private void Note(Fact fact, string type, DateTimeOffset at)
    {
        Version++;
        _lastAt = at;
        _timeline.Add(new TimelineEntry(Version, fact.Id!, type, at, at, fact.ReportedBy, null, fact, null));
    }
}
