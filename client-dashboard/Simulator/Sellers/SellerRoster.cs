using Tracking.Contracts.Identifiers;

namespace Tracking.Simulator.Sellers;

/// <summary>Who sells: honest sellers who stay, and bad ones who come back under new names.</summary>
internal sealed class SellerRoster
{
    /// <summary>How many accounts the answer key keeps; the oldest closed ones are forgotten first.</summary>
    public const int MostRemembered = 10_000;

    private static readonly string[] Marketplaces = ["bazarly", "tradewharf", "kaufinsel", "orchard-market"];

    private readonly WorldOptions options;
    private readonly WorldRandom random;
    private readonly List<SellerAccount> honest = [];
    private readonly BadActor[] bad;
    private readonly Queue<SellerAccount> closed = new();
    private readonly string mark;
    private int accounts;

    public SellerRoster(WorldOptions options, WorldRandom random, string mark)
    {
        this.mark = mark;
        this.options = options;
        this.random = random;
        var operators = 0;
        foreach (var marketplace in Marketplaces)
        {
            for (var i = 0; i < options.SellersPerMarketplace; i++)
            {
                var (_, city, name) = SellerNames.New(random);
                honest.Add(Open(marketplace, name, ++operators, bad: false, 1, city, options.Start));
            }
        }

        bad = new BadActor[options.BadActors];
        for (var i = 0; i < bad.Length; i++)
        {
            var (core, city, name) = SellerNames.New(random);
            var account = Open(random.Pick(Marketplaces), name, ++operators, bad: true, 1, city, options.Start);
            bad[i] = new BadActor(core, city, account, options.Start + Life());
        }
    }

    /// <summary>Called with an account that the answer key no longer remembers.</summary>
    public event Action<SellerKey>? Forgotten;

    /// <summary>The answer key: every account that is remembered, closed ones first.</summary>
    public IEnumerable<SellerAccount> Accounts => closed.Concat(honest).Concat(bad.Select(actor => actor.Account));

    public SellerAccount Pick(DateTimeOffset now)
    {
        if (!random.Chance(options.BadSellerVolume))
        {
            return random.PickEarly(honest);
        }

        var actor = random.Pick(bad);
        while (actor.ClosesAt <= now)
        {
            ComeBack(actor);
        }

        return actor.Account;
    }

    private void ComeBack(BadActor actor)
    {
        var old = actor.Account;
        closed.Enqueue(old);
        var name = SellerNames.Again(random, actor.Core, actor.City);
        var fresh = Open(random.Pick(Marketplaces), name, old.Operator, bad: true, old.Incarnation + 1, actor.City, actor.ClosesAt);

        // Something always stays the same: it is what joins the names of one man.
        actor.Account = random.Between(0, 3) switch
        {
            0 => fresh with { Address = old.Address },
            1 => fresh with { Phone = old.Phone },
            2 => fresh with { CarrierAccount = old.CarrierAccount },
            _ => fresh with { Address = old.Address, Phone = old.Phone, CarrierAccount = old.CarrierAccount },
        };
        actor.ClosesAt += Life();
        if (closed.Count > MostRemembered)
        {
            Forgotten?.Invoke(closed.Dequeue().Key);
        }
    }

    // At least a minute, so that an owner who has been idle for long has a bounded number of names to go through.
    private TimeSpan Life() =>
        TimeSpan.FromMinutes(1) + TimeSpan.FromHours(random.Exponential(options.BadAccountLife.TotalHours / options.TimeScale));

    private SellerAccount Open(string marketplace, string name, int owner, bool bad, int incarnation, string city, DateTimeOffset at)
    {
        var account = $"s{mark.ToLowerInvariant()}{++accounts:D4}";
        SellerKey.TryCreate(marketplace, account, out var key);
        return new SellerAccount
        {
            Key = key,
            Name = name,
            Operator = owner,
            Bad = bad,
            Incarnation = incarnation,
            Address = SellerNames.Address(random, city),
            Email = $"sales{random.Between(100, 99999)}@{account}.example",
            Phone = SellerNames.Phone(random),
            CarrierAccount = $"A{random.Between(10_000_000, 99_999_999)}",
            OpenedAt = at,
        };
    }

    private sealed class BadActor(string core, string city, SellerAccount account, DateTimeOffset closesAt)
    {
        public string Core { get; } = core;

        public string City { get; } = city;

        public SellerAccount Account { get; set; } = account;

        public DateTimeOffset ClosesAt { get; set; } = closesAt;
    }
}
