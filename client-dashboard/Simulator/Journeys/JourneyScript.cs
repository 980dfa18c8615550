using System.Collections.Immutable;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Simulator.Customs;
using Tracking.Simulator.Places;

namespace Tracking.Simulator.Journeys;

/// <summary>Collects the facts about one consignment, each with the time at which its source, with its habits, sends it.</summary>
internal sealed class JourneyScript(Consignment consignment, WorldRandom random, WorldClock clock, string mark)
{
    private readonly List<SimulatedFact> facts = [];
    private int ids;
    private int messages;
    private string? master;

    public Consignment Consignment => consignment;

    public JourneyOutcome Outcome { get; } = new();

    /// <summary>Whether a marketplace says who sold it.</summary>
    public bool SellerTold { get; set; }

    public IReadOnlyList<SimulatedFact> Facts => facts;

    /// <summary>While set, scans are kept back by carriers that report when the plane has landed.</summary>
    public TimeSpan? LandsAt { get; set; }

    /// <summary>Whether movements that are scanned now break a hold that the carrier knows.</summary>
    public bool UnderKnownHold { get; set; }

    public void Scan(TransportStatus status, Port port, TimeSpan at, CustomsReport customs = CustomsReport.None, Place? place = null, string? piece = null)
    {
        var words = ScanWords.For(status, customs);
        var scan = new Scan
        {
            Number = piece is null ? consignment.Bill : consignment.Bill.Sibling(piece),
            Source = consignment.Carrier.Code,
            Id = CarrierId(),
            OccurredAt = CarrierTime(at, port),
            ReceivedAt = 0,
            ReportedBy = By(consignment.Carrier.Code),
            Status = status,
            Code = words.Code,
            Text = words.Text,
            Place = place ?? port.Place,
            Pieces = piece is null && consignment.PieceCount > 1 ? consignment.PieceCount : null,
            MasterBill = LandsAt is { } ? master : null,
            WeightKg = status == TransportStatus.AcceptedInducted ? consignment.WeightKg : null,
            Customs = customs,
        };
        if (piece is null && status != TransportStatus.NoNews)
        {
            Outcome.Status = status;
        }

        if (UnderKnownHold && status.IsMovement())
        {
            Outcome.Violations++;
        }

        SendScan(scan, at);
    }

    /// <summary>The same scan of every piece, or of the bill where pieces have no numbers.</summary>
    public void ScanPieces(TransportStatus status, Port port, TimeSpan at)
    {
        if (consignment.Pieces.IsEmpty)
        {
            Scan(status, port, at);
            return;
        }

        foreach (var piece in consignment.Pieces)
        {
            Scan(status, port, at, piece: piece);
            at += random.Minutes(0.1, 4);
        }
    }

    /// <summary>Gives the flight's master bill to the scans that follow.</summary>
    public void Board(string masterBill, TimeSpan landsAt)
    {
        master = masterBill;
        LandsAt = landsAt;
    }

    public string Decide(Authority authority, DecisionKind kind, TimeSpan at, HoldTerms? hold = null, Func<Decision, Decision>? with = null)
    {
        var decision = new Decision
        {
            Number = consignment.Bill,
            Source = authority.Code,
            Id = NextId(),
            OccurredAt = ReportedTime.From(clock.At(at).ToOffset(TimeSpan.FromMinutes(consignment.Lane.Gateway.OffsetMinutes))),
            ReceivedAt = 0,
            ReportedBy = By(authority.Code),
            Kind = kind,
            Territory = authority.Territory,
            Sequence = authority.NumbersMessages ? ++messages : null,
            Hold = hold,
        };
        decision = with?.Invoke(decision) ?? decision;
        Send(decision, at + random.Minutes(0.5, 5) + (random.Chance(0.02) ? random.Hours(1, 6) : TimeSpan.Zero), twice: random.Chance(0.005));
        return decision.Id!;
    }

    /// <summary>A fact that is neither scan nor decision.</summary>
    public void Tell(Fact fact, TimeSpan sentAt, double duplicates) => Send(fact, sentAt, random.Chance(duplicates));

    public string NextId() => $"{mark}{consignment.Serial:x}-{++ids:x}";

    public string? CarrierId() => consignment.Carrier.GivesIds ? NextId() : null;

    public ReportedTime CarrierTime(TimeSpan at, Port port) => ReportedTime.From(
        clock.At(at + TimeSpan.FromMinutes(consignment.Carrier.ClockError(port))).ToOffset(TimeSpan.FromMinutes(port.OffsetMinutes)));

    public static Actor By(string source) => new(source, "simulator", ActorRole.Partner);

    private void SendScan(Scan scan, TimeSpan at)
    {
        var carrier = consignment.Carrier;
        var sentAt = at + random.Minutes(0.5, 8);
        if (random.Chance(carrier.Late))
        {
            sentAt += random.Hours(0.5, 9);
        }

        if (carrier.BatchesAfterLanding && LandsAt is { } landsAt && sentAt < landsAt)
        {
            sentAt = landsAt + TimeSpan.FromMinutes(20);
        }

        if (!carrier.GivesIds || !random.Chance(carrier.Corrections))
        {
            Send(scan, sentAt, random.Chance(carrier.Duplicates));
        }
        else if (random.Chance(0.8))
        {
            SendCorrected(scan, sentAt);
        }
        else
        {
            Send(scan, sentAt, false);
            SendWithdrawn(scan, sentAt);
        }
    }

    private void SendCorrected(Scan scan, TimeSpan sentAt)
    {
        var wrong = scan with { Id = NextId(), OccurredAt = Earlier(scan.OccurredAt, random.Hours(1, 12)) };
        Send(wrong, sentAt, false);
        Send(scan with { Corrects = wrong.Id }, sentAt + random.Hours(0.2, 12), random.Chance(consignment.Carrier.Duplicates));
    }

    private void SendWithdrawn(Scan scan, TimeSpan sentAt)
    {
        var words = ScanWords.For(TransportStatus.ExceptionMissorted, CustomsReport.None);
        var wrong = scan with { Id = NextId(), Status = TransportStatus.ExceptionMissorted, Code = words.Code, Text = words.Text, Customs = CustomsReport.None };
        Send(wrong, sentAt, false);
        Send(wrong with { Id = NextId(), Corrects = wrong.Id, Withdraws = true }, sentAt + random.Hours(0.2, 6), false);
    }

    private ReportedTime Earlier(ReportedTime time, TimeSpan world) =>
        time with { Microseconds = time.Microseconds - (long)(world.TotalMicroseconds / clock.Scale) };

    private void Send(Fact fact, TimeSpan sentAt, bool twice)
    {
        Add(fact, sentAt, repeated: false);
        if (twice)
        {
            Add(fact, sentAt + random.Hours(0.02, 24), repeated: true);
        }
    }

    private void Add(Fact fact, TimeSpan sentAt, bool repeated)
    {
        var at = clock.At(sentAt);
        facts.Add(new SimulatedFact(at, fact with { ReceivedAt = ReportedTime.From(at).Microseconds }, repeated));
    }
}
