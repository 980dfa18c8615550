using System.Net;
using System.Text;
using System.Text.Json;
using Tracking.Contracts.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Notices;
using Tracking.Formats;

namespace Tracking.Silo.Api.Notices;

/// <summary>A draft of a notice as JSON, and as a page made for print.</summary>
internal static class NoticeAnswers
{
    public static void Write(Utf8JsonWriter writer, NoticeDraft draft)
    {
        writer.WriteStartObject();
        writer.WriteString("kind"u8, EnumTexts.ToText(draft.Kind));
        writer.WriteString("to"u8, EnumTexts.ToText(draft.To));
        writer.WriteString("stage"u8, EnumTexts.ToText(draft.Stage));
        writer.WriteString("authority"u8, draft.Authority);
        writer.WriteString("hold"u8, draft.Hold);
        writer.WriteStartArray("lines"u8);
        foreach (var line in draft.Lines)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, EnumTexts.ToText(line.Field));
            writer.WriteString("text"u8, line.Text);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("redacted"u8);
        foreach (var field in draft.Redacted)
        {
            writer.WriteStringValue(EnumTexts.ToText(field));
        }

        writer.WriteEndArray();
        writer.WriteString("note"u8, Note);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, string authority, IEnumerable<CaseView> cases)
    {
        writer.WriteStartObject();
        writer.WriteString("authority"u8, authority);
        writer.WriteStartArray("disclosures"u8);
        foreach (var (hold, disclosure) in cases.SelectMany(c => c.Disclosures.Select(d => (c.Hold, d))).OrderBy(d => d.d.At))
        {
            writer.WriteStartObject();
            writer.WriteString("hold"u8, hold);
            foreach (var property in JsonSerializer.SerializeToElement(disclosure, ApiJson.Default.DisclosureView).EnumerateObject())
            {
                property.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static string Html(NoticeDraft draft)
    {
        var page = new StringBuilder("""
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Draft notice</title>
            <style>body{font:11pt/1.5 serif;max-width:42em;margin:2em auto;padding:0 1em}th{text-align:left;vertical-align:top;padding-right:2em;white-space:nowrap}td{padding-bottom:.4em}@page{margin:2.5cm}</style>
            </head><body>

            """);
        page.Append($"<h1>Draft of a {NoticeWords.Of(draft.Kind)} to the {NoticeWords.Of(draft.To)}, hold {WebUtility.HtmlEncode(draft.Hold)} of {WebUtility.HtmlEncode(draft.Authority)}</h1>\n<p>Stage: {Words(EnumTexts.ToText(draft.Stage))}.</p>\n<table>\n");
        foreach (var lines in draft.Lines.GroupBy(l => l.Field))
        {
            page.Append($"<tr><th>{Words(EnumTexts.ToText(lines.Key))}</th><td>{string.Join("<br>", lines.Select(l => WebUtility.HtmlEncode(l.Text)))}</td></tr>\n");
        }

        return page.Append($"</table>\n<p>{WebUtility.HtmlEncode(Note)}</p>\n</body></html>\n").ToString();
    }

    private static string Note => $"A draft. It is issued when the authority says so, with its own reference. {ClockWords.NotLegalAdvice}";

    private static string Words(string text) => text.Replace('-', ' ');
}
