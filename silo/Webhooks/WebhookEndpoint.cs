using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Formats.Carriers;
using Tracking.Silo.Api;
using Tracking.Silo.Api.Messages;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Webhooks;

/// <summary>Takes in what carriers and aggregators push, each in its own form and with its own signature.</summary>
internal sealed class WebhookEndpoint(
    MessageIntake intake, PartnerDirectory partners, IOptions<WebhooksOptions> options, IOptions<IngestOptions> ingest, TimeProvider time) : IDisposable
{
    /// <summary>Whole messages in memory at the same time; more are answered 429.</summary>
    private const int MostAtOnce = 32;

    private readonly ConcurrencyLimiter _room = new(new ConcurrencyLimiterOptions { PermitLimit = MostAtOnce, QueueLimit = 0 });

    public void Dispose() => _room.Dispose();

    public async Task AnswerAsync(HttpContext context)
    {
        var name = ((string?)context.Request.RouteValues["source"])?.ToLowerInvariant() ?? "";
        if (CarrierAdapters.All.FirstOrDefault(a => a.Name == name) is not { } adapter)
        {
            var known = string.Join(", ", CarrierAdapters.All.Select(a => a.Name));
            await PartnerCalls.RefuseAsync(context, Problem.NotFound($"There is no source of webhooks '{name}'. Known are {known}."));
            return;
        }

        var source = options.Value.Sources.GetValueOrDefault(name);
        var partner = source is null ? partners.Find(context.Request) : partners.Named(source.Partner);
        if (partner is null)
        {
            await PartnerCalls.RefuseNoKeyAsync(context);
            return;
        }

        using var room = _room.AttemptAcquire();
        if (!room.IsAcquired)
        {
            await PartnerCalls.RefuseAsync(context, Problem.Overloaded("Too many messages are being read. Nothing of this one was taken: send it again.", ingest.Value.RetryAfterSeconds));
            return;
        }

        if (await intake.ReadBodyAsync(context, adapter.MostBytes) is not { } body)
        {
            return;
        }

        var header = source is null ? "" : context.Request.Headers[source.Header].ToString();
        if (source is not null && Signature.Fault(source.Scheme, header, body.Span, source.Secret, time.GetUtcNow(), source.Tolerance) is { } fault)
        {
            await Unsigned(name, source.Header, fault).SendAsync(context);
            return;
        }

        await intake.AnswerAsync(context, partner, adapter, body, new MessageContext(intake.Received(partner)) { Carrier = source?.Carrier }, mayBeOther: true);
    }

    private static Problem Unsigned(string source, string header, string fault) => new(
        "signature",
        StatusCodes.Status401Unauthorized,
        "Not signed by its sender",
        $"The header {header} {fault}. Nothing was taken.")
    {
        Errors = [new Complaint(header, fault, $"Sign the body as {source} does, with the secret of this source.")],
    };
}
