using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Reports;

/// <summary>Gives the rest of what was not accepted of a long body.</summary>
internal sealed class ReportEndpoint(ReportStore reports)
{
    public async Task HandleAsync(HttpContext context, Partner partner)
    {
        await using var file = reports.Open(partner.Actor.Organisation, (string)context.Request.RouteValues["id"]!);
        if (file is null)
        {
            await Problem.NotFound("There is no such report of yours, or no longer.").SendAsync(context);
            return;
        }

        context.Response.ContentType = FactEndpoint.Lines;
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
