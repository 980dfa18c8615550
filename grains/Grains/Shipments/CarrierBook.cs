using Microsoft.Extensions.Options;
using Tracking.Domain.Shipments;

namespace Tracking.Grains.Shipments;

/// <summary>What is configured for each carrier.</summary>
/// <param name="options">The settings.</param>
public sealed class CarrierBook(IOptions<CarrierOptions> options)
{
    private readonly Dictionary<string, CarrierRules> rules = options.Value.Carriers.ToDictionary(
        c => c.Key,
        c => new CarrierRules
        {
            Domestic = c.Value.Domestic,
            Grace = TimeSpan.FromMinutes(c.Value.GraceMinutes),
            ReuseInterval = TimeSpan.FromDays(c.Value.ReuseDays),
            LoadsUnderOwnHold = c.Value.LoadsUnderOwnHold,
            MostFacts = c.Value.MostFacts,
        },
        StringComparer.Ordinal);

    /// <summary>The rules of a carrier; those of <see cref="CarrierRules.Default"/> where nothing is configured.</summary>
    /// <param name="carrier">The carrier's code.</param>
    public CarrierRules Of(string carrier) => rules.GetValueOrDefault(carrier, CarrierRules.Default);
}
