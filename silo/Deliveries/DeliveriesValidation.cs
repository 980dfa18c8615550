using Microsoft.Extensions.Options;
using Tracking.Domain.Deliveries;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Deliveries;

/// <summary>Refuses a start with endpoints that would be told nothing, or in the clear.</summary>
internal sealed class DeliveriesValidation(TargetRules targets) : IValidateOptions<PartnersOptions>
{
    public ValidateOptionsResult Validate(string? name, PartnersOptions options)
    {
        var faults = new List<string>();
        foreach (var partner in options.Entries.Where(e => e.Deliveries.Count > 0))
        {
            if (partner.Carriers.IsNobody && partner.Authorities.IsNobody)
            {
                faults.Add($"{partner.Path}:deliveries would be told nothing: the partner speaks for no carrier and no authority.");
            }

            faults.AddRange(
                from other in options.Entries
                where other != partner && other.Name == partner.Name
                select $"{partner.Path}:deliveries needs a partner of its own name, but {other.Path} has the name '{partner.Name}' too.");
            faults.AddRange(
                from same in partner.Deliveries.GroupBy(d => d.Id)
                where same.Count() > 1
                select $"{partner.Path}:deliveries has the id '{same.Key}' {same.Count()} times. Give each endpoint an id of its own.");
            faults.AddRange(
                from endpoint in partner.Deliveries
                where endpoint.Url.Scheme != Uri.UriSchemeHttps && !targets.PermitsPlain
                select $"{partner.Path}:deliveries has the endpoint '{endpoint.Id}' on http. Permitted is https, and http in the embedded mode only.");
            faults.AddRange(
                from endpoint in partner.Deliveries
                where endpoint.Shape == DeliveryShape.Epcis && endpoint.Events.SetEquals([NewsKind.DeadlineStepped])
                select $"{partner.Path}:deliveries has the endpoint '{endpoint.Id}' with shape epcis for deadlines only. EPCIS has no words for them: use json.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
