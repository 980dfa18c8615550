using System.Collections.Immutable;
using Tracking.Formats;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api;

/// <summary>What every call of the partner API has in common: who calls, what may be asked, and an answer whatever happens.</summary>
internal sealed partial class PartnerCalls(PartnerDirectory partners, ILogger<PartnerCalls> logger)
{
    public delegate Task Handler(HttpContext context, Partner partner);

    /// <summary>Answers a call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="handler">What answers it once it is known who calls.</param>
    /// <param name="query">The query parameters that are known.</param>
    public Task AnswerAsync(HttpContext context, Handler handler, params ImmutableArray<string> query) => AnswerAsync(
        context,
        async () =>
        {
            if (partners.Find(context.Request) is not { } partner)
            {
                await RefuseNoKeyAsync(context);
            }
            else if (UnknownQuery(context.Request, query) is { } problem)
            {
                await RefuseAsync(context, problem);
            }
            else
            {
                await handler(context, partner);
            }
        });

    /// <summary>Answers a call whose handler looks at the query itself.</summary>
    /// <param name="context">The call.</param>
    /// <param name="handler">What answers it once it is known who calls.</param>
    public Task AnswerAnyQueryAsync(HttpContext context, Handler handler) => AnswerAsync(
        context,
        () => partners.Find(context.Request) is { } partner ? handler(context, partner) : RefuseNoKeyAsync(context));

    /// <summary>Answers a call whose caller is told apart by the handler itself.</summary>
    /// <param name="context">The call.</param>
    /// <param name="handler">What answers it.</param>
    public async Task AnswerAsync(HttpContext context, Func<Task> handler)
    {
        try
        {
            await handler();
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested || context.Response.HasStarted)
        {
            // Nobody is there to answer.
            Unanswered(exception, context.Request.Path);
            context.Abort();
        }
        catch (BadHttpRequestException exception)
        {
            await Problem.BadRequest("bad-request", "Bad request", exception.Message).SendAsync(context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Failed(exception, context.Request.Method, context.Request.Path);
            await Fault.SendAsync(context);
        }
    }

    /// <summary>Refuses a call that shows no key that is known.</summary>
    public static Task RefuseNoKeyAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return RefuseAsync(context, NoKey);
    }

    /// <summary>Refuses a call without having looked at its body, which is read first and dropped.</summary>
    public static async Task RefuseAsync(HttpContext context, Problem problem)
    {
        await RequestBody.DropAsync(context, begun: false);
        await problem.SendAsync(context);
    }

    private static Problem NoKey { get; } = new(
        "no-key",
        StatusCodes.Status401Unauthorized,
        "No valid API key",
        $"Send the key that you were given in the header {PartnerDirectory.KeyHeader}, or as Authorization: Bearer.");

    private static Problem Fault { get; } = new(
        "fault", StatusCodes.Status500InternalServerError, "Fault of the server", "This is not your fault. Send it again later; facts that were taken are answered as duplicates.");

    private static Problem? UnknownQuery(HttpRequest request, ImmutableArray<string> known)
    {
        if (!request.QueryString.HasValue)
        {
            return null;
        }

        var errors = ImmutableArray.CreateBuilder<Complaint>();
        var remedy = known.IsEmpty ? "Leave it out: nothing can be asked for here." : $"Known are {string.Join(", ", known)}.";
        foreach (var (name, values) in request.Query)
        {
            if (!known.Contains(name, StringComparer.Ordinal))
            {
                errors.Add(new Complaint(name, "is not a query parameter that is known here", remedy));
            }
            else if (values.Count > 1)
            {
                errors.Add(new Complaint(name, "comes more than once", "Send it once."));
            }
        }

        return errors.Count == 0
            ? null
            : Problem.BadRequest("query", "Query not understood", $"The query cannot be understood: {string.Join(", ", errors.Select(e => e.Path))}.", errors.ToImmutable());
    }

    [LoggerMessage(4201, LogLevel.Debug, "The caller of {Path} went away before the answer.")]
    private partial void Unanswered(Exception exception, string path);

    [LoggerMessage(4202, LogLevel.Error, "{Method} {Path} failed.")]
    private partial void Failed(Exception exception, string method, string path);
}
