using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Grains.Identity;
using Tracking.Journal;
using Tracking.Journal.Identity;
using Tracking.Silo.Api.Orders;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Identity;

/// <summary>Sellers made known with what tells them apart; links between them, shown to authorities and judged by them.</summary>
internal sealed class IdentityEndpoint(IIdentityDesk desk, IIdentityStore store, IOptions<IdentityOptions> options, TimeProvider time)
{
    /// <summary>The most links on a page.</summary>
    public const int LongestPage = 200;

    public static readonly string[] Query = ["state", "after", "limit"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.Depth, AllowDuplicateProperties = false };

    private static readonly Problem NoKeys = new(
        "not-configured", StatusCodes.Status409Conflict, "Identities are not configured here", "Without a key nothing personal is taken in. Configure Identity:Keys on every silo.");

    private static readonly Problem Unreachable = new(
        "unreachable", StatusCodes.Status503ServiceUnavailable, "Not in force yet", "The journal cannot be reached. Send the same again: what was committed is not done twice.")
    {
        RetryAfterSeconds = 2,
    };

    private readonly Lazy<MarkHasher?> hasher = new(() => options.Value.CreateHasher());

    /// <summary>Makes a seller known. Only an authority is told whom he may be.</summary>
    public Task RegisterAsync(HttpContext context, Partner partner) => ReadAsync(context, async (root, cancel) =>
    {
        if (hasher.Value is not { } hashes)
        {
            return NoKeys;
        }

        var (profile, complaints) = ProfileBody.Read(root, hashes);
        if (profile is null)
        {
            return Malformed(complaints);
        }

        if (!partner.MayAskAbout(profile.Seller))
        {
            return Route.NotYours(profile.Seller.Marketplace, partner.Rights);
        }

        var changes = await desk.RegisterAsync(profile, partner.Actor, cancel);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("seller"u8, profile.Seller.ToString());
            if (partner.IsAuthority)
            {
                LinkAnswers.WriteAll(writer, changes.Select(c => c.Link));
            }

            writer.WriteEndObject();
        });
        return null;
    });

    /// <summary>All links of a seller with their evidence, and everybody who is linked to him.</summary>
    public Task OfSellerAsync(HttpContext context, Partner partner) => GuardAsync(context, async cancel =>
    {
        if (Route.Seller(context) is not { } seller)
        {
            return Route.NoSeller;
        }

        if (!partner.IsAuthority)
        {
            return Route.NotYours("authorities", partner.Rights);
        }

        var links = await store.ReadLinksAsync(seller, cancel);
        var cluster = await store.ReadClusterAsync(seller, cancel);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => LinkAnswers.WriteCluster(writer, seller, cluster, links));
        return null;
    });

    /// <summary>Links in a state, those that changed longest ago first: the investigator's list.</summary>
    public Task ListAsync(HttpContext context, Partner partner) => GuardAsync(context, async cancel =>
    {
        if (!partner.IsAuthority)
        {
            return Route.NotYours("authorities", partner.Rights);
        }

        var (state, after, limit, complaints) = Asked(context.Request.Query);
        if (complaints.Count > 0)
        {
            return Problem.BadRequest("query", "The question cannot be read", "A parameter is wrong.", [.. complaints]);
        }

        var page = await store.ListAsync(state, after, limit, cancel);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer =>
        {
            writer.WriteStartObject();
            LinkAnswers.WriteAll(writer, page.Select(p => p.Link));
            if (page.Length == limit)
            {
                writer.WriteString("next"u8, page[^1].Sequence.ToString(CultureInfo.InvariantCulture));
            }

            writer.WriteEndObject();
        });
        return null;
    });

    /// <summary>Takes an investigator's verdict.</summary>
    public Task JudgeAsync(HttpContext context, Partner partner) => ReadAsync(context, async (root, cancel) =>
    {
        if (!partner.IsAuthority)
        {
            return Route.NotYours("authorities", partner.Rights);
        }

        var (verdict, complaints) = VerdictBody.Read(root);
        if (verdict is null)
        {
            return Malformed(complaints);
        }

        var (result, link) = await desk.JudgeAsync(verdict.One, verdict.Other, verdict.Confirmed, verdict.Version, partner.Actor, verdict.Reason, cancel);
        if (result != VerdictResult.Done)
        {
            return result == VerdictResult.NotFound
                ? Problem.NotFound($"{verdict.One} and {verdict.Other} were never linked or proposed.")
                : new Problem("other-version", StatusCodes.Status409Conflict, "Another link", $"The link has version {link!.Version} and is {EnumTexts.ToText(link.State)}. Look at it again and name the version that you saw.");
        }

        var changes = await store.ReadChangesAsync(verdict.One, verdict.Other, cancel);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => LinkAnswers.WriteHistory(writer, link!, changes));
        return null;
    });

    private static (LinkState State, long After, int Limit, List<Complaint> Complaints) Asked(IQueryCollection query)
    {
        var complaints = new List<Complaint>();
        var (state, after, limit) = (LinkState.Proposed, 0L, 100);
        if (query.TryGetValue("state", out var text) && !EnumTexts.TryParse(text.ToString(), out state))
        {
            complaints.Add(new Complaint("state", "is not a state", $"Permitted are {EnumTexts.Permitted<LinkState>()}."));
        }

        if (query.TryGetValue("after", out text) && (!long.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out after) || after < 0))
        {
            complaints.Add(new Complaint("after", "is not what a page gave as next", "Send next of the page before."));
        }

        if (query.TryGetValue("limit", out text) && (!int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LongestPage))
        {
            complaints.Add(new Complaint("limit", $"must be 1 to {LongestPage}", $"Send a whole number from 1 to {LongestPage}."));
        }

        return (state, after, limit, complaints);
    }

    private static Problem Malformed(ImmutableArray<Complaint> complaints) => new(
        "malformed", StatusCodes.Status422UnprocessableEntity, "The body cannot be read", $"These fields are wrong: {string.Join(", ", complaints.Select(c => c.Path))}.")
    {
        Errors = complaints,
    };

    private Task ReadAsync(HttpContext context, Func<JsonElement, CancellationToken, Task<Problem?>> handle) => GuardAsync(context, async cancel =>
    {
        var (body, problem) = await WholeBody.ReadAsync(context, "Send one seller, or one verdict, at a time.");
        if (body is null)
        {
            return problem;
        }

        try
        {
            using var document = JsonDocument.Parse(body.WrittenMemory, Strict);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? await handle(document.RootElement, cancel)
                : Malformed([new Complaint("", "must be an object", "Send an object.")]);
        }
        catch (JsonException exception)
        {
            return OrderProblems.NotJson(exception);
        }
        catch (InvalidOperationException) when (!context.Response.HasStarted)
        {
            // The only way to learn of a text that is not UTF-8 or has half of a surrogate pair.
            return Malformed([new Complaint("", "has a text that is not UTF-8, or half of a surrogate pair", "Send the body in UTF-8.")]);
        }
    });

    private async Task GuardAsync(HttpContext context, Func<CancellationToken, Task<Problem?>> work)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        Problem? problem;
        try
        {
            problem = await work(patience.Token);
        }
        catch (Exception exception) when ((exception is JournalUnavailableException or OperationCanceledException) && !context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            problem = Unreachable;
        }

        if (problem is not null)
        {
            await problem.SendAsync(context);
        }
    }
}
