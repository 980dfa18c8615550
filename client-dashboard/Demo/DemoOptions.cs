using System.ComponentModel.DataAnnotations;
using Tracking.Simulator;

namespace Tracking.Dashboard.Demo;

/// <summary>How the simulated world is played where somebody only wants to see it.</summary>
internal sealed class DemoOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Demo";

    /// <summary>A shipment sends about so many facts.</summary>
    private const double FactsPerShipment = 19;

    /// <summary>The address of the partner API.</summary>
    public Uri To { get; set; } = new("http://localhost:8081");

    /// <summary>The API key; not needed by the embedded mode.</summary>
    public string? Key { get; set; }

    /// <summary>Facts a second once the world is in full swing; 0.1 to 1,000.</summary>
    public double FactsPerSecond { get; set; } = 20;

    /// <summary>How much of the world has already happened at the start; a minute to six hours. Its rate rises over that time.</summary>
    public TimeSpan Backlog { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How much faster than in the real world everything happens: a journey of six days takes four minutes.</summary>
    public double TimeScale { get; set; } = 2_000;

    /// <summary>By how much holds are more frequent than in the real world.</summary>
    public double RateMultiplier { get; set; } = 10;

    /// <summary>Share of shipments that come from bad sellers; at 0.06 something is seized every few minutes.</summary>
    public double BadSellerVolume { get; set; } = 0.06;

    /// <summary>Seeds the world; without it every start is a world of its own, whose numbers do not meet those of others.</summary>
    public long? Seed { get; set; }

    /// <summary>What the page says of it.</summary>
    public string Notice =>
        $"Simulated world: time runs {TimeScale:N0} times faster than in reality, and holds are {RateMultiplier:N0} times as frequent.";

    /// <summary>The world that begins <see cref="Backlog"/> before now.</summary>
    /// <param name="now">The time.</param>
    /// <param name="before">How many worlds were played before it since the start.</param>
    public WorldOptions World(DateTimeOffset now, int before = 0) => new()
    {
        // A world that follows another in the same process is as far from it as one of another start.
        Seed = (Seed ?? now.ToUnixTimeMilliseconds()) + ((long)before << 44),
        Start = now - Backlog,
        ShipmentsPerHour = FactsPerSecond * 3_600 / FactsPerShipment,
        RampUp = Backlog,
        TimeScale = TimeScale,
        RateMultiplier = RateMultiplier,
        BadSellerVolume = BadSellerVolume,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (FactsPerSecond is not (>= 0.1 and <= 1_000))
        {
            yield return Outside(nameof(FactsPerSecond), FactsPerSecond, "0.1 to 1000");
        }

        if (Backlog < TimeSpan.FromMinutes(1) || Backlog > TimeSpan.FromHours(6))
        {
            yield return Outside(nameof(Backlog), Backlog, "00:01:00 to 06:00:00");
        }

        if (To is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            yield return Outside(nameof(To), To, "an address like http://localhost:8081");
        }

        if (WorldProblem() is { } problem)
        {
            yield return new ValidationResult($"{Section}: {problem}");
        }
    }

    private string? WorldProblem()
    {
        try
        {
            World(DateTimeOffset.UnixEpoch.AddDays(20_000)).Validate();
            return null;
        }
        catch (ArgumentOutOfRangeException problem)
        {
            return problem.Message;
        }
    }

    private static ValidationResult Outside(string name, object? value, string permitted) =>
        new($"{Section}:{name} is {value}, which lies outside what is permitted: {permitted}.", [name]);
}
