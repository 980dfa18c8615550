using Microsoft.Extensions.Options;

namespace Tracking.Silo.Partners;

/// <summary>Refuses a start with keys that cannot be meant so.</summary>
internal sealed class PartnersValidation : IValidateOptions<PartnersOptions>
{
    public ValidateOptionsResult Validate(string? name, PartnersOptions options)
    {
        var faults = new List<string>(options.Faults);
        var entries = options.Entries;
        for (var i = 0; i < entries.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (entries[i].KeySha256.Length > 0 && entries[i].KeySha256.AsSpan().SequenceEqual(entries[j].KeySha256))
                {
                    faults.Add($"{entries[i].Path}:keySha256 is the same as that of {entries[j].Path}. Give each partner a key of its own.");
                }
            }
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
