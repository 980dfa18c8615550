using Tracking.Contracts.Facts;
using Tracking.Simulator.Carriers;
using Tracking.Simulator.Customs;
using Tracking.Simulator.Journeys;
using Tracking.Simulator.Sellers;

namespace Tracking.Simulator;

/// <summary>
/// A seeded world of sellers, parcels, carriers and customs. It is played once, fact by fact, in the order in which
/// the facts are sent; another world from equal options plays the same sequence.
/// </summary>
/// <remarks>
/// Nothing is computed before it is asked for, and what is kept is bounded: the facts of the shipments under way and
/// the last <c>10,000</c> closed accounts. Not safe for use by several threads.
/// </remarks>
public sealed class SimulatedWorld
{
    private readonly WorldOptions options;
    private readonly WorldClock clock;
    private readonly WorldRandom random;
    private readonly NumberSeries numbers;
    private readonly SellerRoster sellers;
    private readonly ConsignmentDraw draw;
    private readonly JourneyPlanner planner;

    // The second part of the priority keeps facts of one instant in the order in which they were planned.
    private readonly PriorityQueue<SimulatedFact, (DateTimeOffset At, long Order)> pending = new();
    private long planned;
    private DateTimeOffset nextOrder;

    /// <summary>Builds the world; nothing is sent yet.</summary>
    /// <param name="options">What kind of world.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option lies outside its range.</exception>
    public SimulatedWorld(WorldOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        this.options = options;
        clock = new WorldClock(options.Start, options.TimeScale);
        random = new WorldRandom(options.Seed);
        numbers = new NumberSeries(options.Seed);
        sellers = new SellerRoster(options, random, numbers.Mark);
        sellers.Forgotten += Summary.Forget;
        draw = new ConsignmentDraw(random, numbers, sellers, clock);
        var rates = new CustomsRates(options.RateMultiplier);
        planner = new JourneyPlanner(random, clock, rates, new CustomsPlanner(random, clock, rates, options.CarrierGrace));
        nextOrder = options.Start;
        DrawNextOrder();
    }

    /// <summary>What was sent so far and what must come of it.</summary>
    public WorldSummary Summary { get; } = new();

    /// <summary>The answer key: who is behind which account.</summary>
    public IEnumerable<SellerAccount> Accounts => sellers.Accounts;

    /// <summary>How many planned facts wait for their time.</summary>
    public int Pending => pending.Count;

    /// <summary>The next fact, without taking it; null at the end of a world that ends.</summary>
    public SimulatedFact? Peek()
    {
        while (MayOrder && (!pending.TryPeek(out _, out var first) || nextOrder <= first.At))
        {
            Order();
        }

        return pending.TryPeek(out var next, out _) ? next : null;
    }

    /// <summary>Takes the next fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <returns>False at the end of a world that ends.</returns>
    public bool TryNext(out SimulatedFact fact)
    {
        fact = default;
        if (Peek() is not { } next)
        {
            return false;
        }

        pending.Dequeue();
        Summary.CountSent(next);
        fact = next;
        return true;
    }

    /// <summary>Plays on from where the world stands.</summary>
    public IEnumerable<SimulatedFact> Play()
    {
        while (TryNext(out var fact))
        {
            yield return fact;
        }
    }

    private bool MayOrder => options.Shipments is not { } most || Summary.Expected.Shipments < most;

    private void Order()
    {
        var script = new JourneyScript(draw.Next(clock.World(nextOrder)), random, clock, numbers.Mark);
        planner.Plan(script);
        Summary.CountBegun(script);
        foreach (var fact in script.Facts)
        {
            pending.Enqueue(fact, (fact.SendAt, planned++));
        }

        DrawNextOrder();
    }

    private void DrawNextOrder()
    {
        // While the rate rises, gaps are longer; never by more than a hundredfold, so that the world starts at all.
        var progress = options.RampUp > TimeSpan.Zero ? Math.Clamp((nextOrder - options.Start) / options.RampUp, 0.01, 1) : 1;
        nextOrder += TimeSpan.FromHours(random.Exponential(1 / (options.ShipmentsPerHour * progress)));
    }
}
