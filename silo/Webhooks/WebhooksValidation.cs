using Microsoft.Extensions.Options;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Webhooks;

/// <summary>Refuses a start with sources that cannot be meant so.</summary>
internal sealed class WebhooksValidation(IOptions<PartnersOptions> partners) : IValidateOptions<WebhooksOptions>
{
    public ValidateOptionsResult Validate(string? name, WebhooksOptions options)
    {
        var names = partners.Value.Entries.Select(e => e.Name).ToHashSet();
        var strangers =
            from source in options.Sources
            where source.Value.Partner.Length > 0 && !names.Contains(source.Value.Partner) && !(partners.Value.Open && names.Count == 0)
            select $"{WebhooksOptions.Section}:{source.Key}:partner is '{source.Value.Partner}', which is no partner. Known are {string.Join(", ", names)}.";
        List<string> faults = [.. options.Faults, .. strangers];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
