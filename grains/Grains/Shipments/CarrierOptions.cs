using Microsoft.Extensions.Options;

namespace Tracking.Grains.Shipments;

/// <summary>Settings per carrier, under <c>Carriers:&lt;code&gt;</c>.</summary>
public sealed class CarrierOptions
{
    /// <summary>The settings by the carrier's code.</summary>
    public Dictionary<string, CarrierSettings> Carriers { get; } = new(StringComparer.Ordinal);
}

/// <summary>Settings of one carrier.</summary>
public sealed class CarrierSettings
{
    /// <summary>Whether it never crosses a customs border.</summary>
    public bool Domestic { get; set; }

    /// <summary>Minutes after a hold became known in which a move is still no violation; 0 to 1,440.</summary>
    public int GraceMinutes { get; set; } = 15;

    /// <summary>Days after the end of a shipment in which the carrier does not use its number again; 1 to 3,650.</summary>
    public int ReuseDays { get; set; } = 180;

    /// <summary>Whether a parcel under the carrier's own hold may still be loaded.</summary>
    public bool LoadsUnderOwnHold { get; set; }

    /// <summary>How many facts, decisions of authorities aside, one life of a number may have; 100 to 100,000.</summary>
    public int MostFacts { get; set; } = 5_000;
}

/// <summary>Says at start, by key and permitted range, what is wrong with a carrier's settings.</summary>
internal sealed class CarrierOptionsRules : IValidateOptions<CarrierOptions>
{
    public ValidateOptionsResult Validate(string? name, CarrierOptions options)
    {
        List<string> complaints = [];
        foreach (var (carrier, settings) in options.Carriers)
        {
            Check(carrier, nameof(settings.GraceMinutes), settings.GraceMinutes, 0, 1440);
            Check(carrier, nameof(settings.ReuseDays), settings.ReuseDays, 1, 3650);
            Check(carrier, nameof(settings.MostFacts), settings.MostFacts, 100, 100_000);
        }

        return complaints.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(complaints);

        void Check(string carrier, string key, int value, int least, int most)
        {
            if (value < least || value > most)
            {
                complaints.Add($"Carriers:{carrier}:{key} is {value}; permitted are {least} to {most}.");
            }
        }
    }
}
