using Microsoft.Extensions.Options;
using Tracking.Domain.Identity;

namespace Tracking.Grains.Identity;

/// <summary>How sellers are told apart and joined: the section <c>Identity</c>.</summary>
public sealed class IdentityOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Identity";

    /// <summary>From this likelihood on two sellers are put before an investigator.</summary>
    public double ProposeAt { get; set; } = 0.2;

    /// <summary>From this likelihood on orders on the one count for the other, until an investigator says otherwise.</summary>
    public double LinkAt { get; set; } = 0.75;

    /// <summary>Keys of the hashes of telephones, e-mails, accounts and devices, newest first: each 32 bytes or more in Base64.</summary>
    public IList<string> Keys { get; } = [];

    internal LinkThresholds Thresholds => new(ProposeAt, LinkAt);

    /// <summary>Makes the hasher; null where no key is configured.</summary>
    public MarkHasher? CreateHasher() => Keys.Count == 0 ? null : new MarkHasher(Keys.Select(Convert.FromBase64String));
}

/// <summary>Says at start what is wrong with <see cref="IdentityOptions"/>.</summary>
internal sealed class IdentityOptionsRules : IValidateOptions<IdentityOptions>
{
    private const int MostKeys = 4;

    public ValidateOptionsResult Validate(string? name, IdentityOptions options)
    {
        var faults = new List<string>();
        if (options.ProposeAt is not (> 0 and < 1) || options.LinkAt is not (> 0 and < 1) || options.ProposeAt > options.LinkAt)
        {
            faults.Add($"Identity:ProposeAt is {options.ProposeAt} and Identity:LinkAt is {options.LinkAt}. Permitted is above 0 and below 1, ProposeAt not above LinkAt.");
        }

        if (options.Keys.Count > MostKeys)
        {
            faults.Add($"Identity:Keys has {options.Keys.Count} keys. Permitted are {MostKeys}: each costs a hash of every mark.");
        }

        for (var i = 0; i < options.Keys.Count; i++)
        {
            var room = new byte[options.Keys[i].Length];
            if (!Convert.TryFromBase64String(options.Keys[i], room, out var length) || length < MarkHasher.ShortestKey)
            {
                faults.Add($"Identity:Keys:{i} is no Base64 of {MarkHasher.ShortestKey} bytes or more. Make one with 'openssl rand -base64 {MarkHasher.ShortestKey}'.");
            }
        }

        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
