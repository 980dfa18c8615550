using Microsoft.Extensions.Options;
using Tracking.Silo.Api;
using Tracking.Silo.Api.Description;

namespace Tracking.Silo.Proofs;

/// <summary>Puts signed clearance answers into the partner API.</summary>
internal static class ProofRegistration
{
    public static void AddProofs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProofsOptions>().Bind(configuration.GetSection(ProofsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ProofsOptions>, ProofsValidation>();
        services.AddSingleton<ClearanceProofs>();
    }

    // Public keys, for whoever is shown a proof: no key of ours is asked for.
    public static void MapProofKeys(this IEndpointRouteBuilder all, PartnerCalls calls)
    {
        var proofs = all.ServiceProvider.GetRequiredService<ClearanceProofs>();
        Delegate answer = (HttpContext context) => calls.AnswerAsync(context, () => JsonAnswer.SendAsync(context, "application/jwk-set+json", proofs.WriteKeys));
        all.MapGet("/.well-known/jwks.json", answer).DescribeProofKeys();
    }
}
