using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Journal;
using Tracking.Journal.Consolidations;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api;

/// <summary>Shows what is in a box: how much, what may not go, and page by page what is directly inside.</summary>
internal sealed class ConsolidationEndpoint(IContentStore contents)
{
    public const string Blocked = "blocked";
    public const string After = "after";
    public const string Limit = "limit";
    private const int UsualPage = 100;
    private const int LongestPage = 1_000;

    public async Task GetAsync(HttpContext context, Partner partner)
    {
        if (Route.Number(context) is not { } box)
        {
            await Route.NoNumber.SendAsync(context);
            return;
        }

        if (!partner.MayAskAbout(box))
        {
            await Route.NotYours(box.Carrier, partner.Rights).SendAsync(context);
            return;
        }

        var query = context.Request.Query;
        ClearancePurpose? purpose = null;
        if ((string?)query[Blocked] is { } text)
        {
            if (!EnumTexts.TryParse<ClearancePurpose>(text, out var asked))
            {
                await Wrong(Blocked, "is not a permitted text", $"Permitted are {EnumTexts.Permitted<ClearancePurpose>()}.").SendAsync(context);
                return;
            }

            purpose = asked;
        }

        var after = ShipmentNumber.NormaliseNumber(query[After]);
        if (after is null && query.ContainsKey(After))
        {
            await Wrong(After, "is not a number", "Send the value of next from the page before.").SendAsync(context);
            return;
        }

        var limit = UsualPage;
        if ((string?)query[Limit] is { } count && (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LongestPage))
        {
            await Wrong(Limit, $"is not a whole number from 1 to {LongestPage}", "Leave it out for a usual page.").SendAsync(context);
            return;
        }

        await AnswerAsync(context, box, purpose, after ?? "", limit);
    }

    private async Task AnswerAsync(HttpContext context, ShipmentNumber box, ClearancePurpose? purpose, string after, int limit)
    {
        BoxContents all;
        ImmutableArray<ContentRow> page;
        try
        {
            all = await contents.ReadAsync(box, purpose ?? ClearancePurpose.Leave, 1, context.RequestAborted);
            page = await contents.ListAsync(box, purpose, after, limit + 1, context.RequestAborted);
        }
        catch (JournalUnavailableException)
        {
            await ShipmentEndpoint.Unreachable.SendAsync(context);
            return;
        }

        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => Write(writer, box, all, page, limit));
    }

    private static void Write(Utf8JsonWriter writer, ShipmentNumber box, BoxContents all, ImmutableArray<ContentRow> page, int limit)
    {
        writer.WriteStartObject();
        writer.WriteString("carrier"u8, box.Carrier);
        writer.WriteString("number"u8, box.Number);
        writer.WriteNumber("members"u8, all.Members);
        writer.WriteNumber("boxes"u8, all.Boxes - 1);
        writer.WriteNumber("blocked"u8, all.Blocked);
        writer.WriteStartArray("items"u8);
        foreach (var row in page.Take(limit))
        {
            writer.WriteStartObject();
            writer.WriteString("number"u8, row.Number);
            if (row.From > 0)
            {
                writer.WriteString("since"u8, new ReportedTime(row.From, 0).ToDateTimeOffset());
            }

            writer.WriteBoolean("box"u8, row.IsBox);
            writer.WriteStartObject("own"u8);
            foreach (var purpose in Enum.GetValues<ClearancePurpose>())
            {
                writer.WriteString(EnumTexts.ToText(purpose), EnumTexts.ToText(row.For(purpose)));
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (page.Length > limit)
        {
            writer.WriteString("next"u8, page[limit - 1].Number);
        }

        writer.WriteEndObject();
    }

    private static Problem Wrong(string field, string message, string remedy) =>
        Problem.BadRequest("query", "Query not understood", $"{field} {message}.", new Complaint(field, message, remedy));
}
