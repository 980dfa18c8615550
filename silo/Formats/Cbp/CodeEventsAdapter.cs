using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Air;
using Tracking.Formats.Codes;
using Tracking.Formats.Json;
using Tracking.Formats.Notifications;

namespace Tracking.Formats.Cbp;

/// <summary>
/// Reads plain code events as JSON, one object or an array: what system a code is of, the code, the bill and the time. For
/// filers whose software has taken the message apart already.
/// </summary>
public sealed class CodeEventsAdapter : IAdapter
{
    private const string Systems = "us-manifest, us-air, us-acas, wco-res, eu-ics2";
    private const int Looked = 4_096;

    private static readonly FrozenDictionary<string, System> Known = new Dictionary<string, System>
    {
        ["us-manifest"] = new(ManifestCodes.Table, ManifestCodes.Authority, "US", CustomsProcedure.Import),
        ["us-air"] = new(AirCustomsAdapter.Codes, ManifestCodes.Authority, "US", CustomsProcedure.Import),
        ["us-acas"] = new(AirCustomsAdapter.ScreeningCodes, ManifestCodes.Authority, "US", CustomsProcedure.Import),
        ["wco-res"] = new(DeclarationAdapter.Codes, null, null, null),
        ["eu-ics2"] = new(EntrySummaryAdapter.Codes, "eu-customs", "EU", CustomsProcedure.Import),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private sealed record System(DecisionTable Codes, string? Authority, string? Territory, CustomsProcedure? Procedure);

    /// <inheritdoc/>
    public string Name => "code-events";

    /// <inheritdoc/>
    public string Title => "Plain code events of customs (JSON)";

    /// <inheritdoc/>
    public int MostBytes => 16 * 1024 * 1024;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message)
    {
        var text = message.TrimStart(" \t\r\n"u8);
        var head = text[..Math.Min(text.Length, Looked)];
        return text.Length > 0 && text[0] is (byte)'{' or (byte)'[' && head.IndexOf("\"system\""u8) >= 0 && head.IndexOf("\"code\""u8) >= 0;
    }

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        try
        {
            using var document = JsonDocument.Parse(message, new JsonDocumentOptions { MaxDepth = Limits.Depth });
            if (document.RootElement.ValueKind == JsonValueKind.Array)
            {
                var index = 0;
                foreach (var item in document.RootElement.EnumerateArray())
                {
                    Take(item, $"/{index++}", findings);
                }
            }
            else
            {
                Take(document.RootElement, "/", findings);
            }
        }
        catch (JsonException exception)
        {
            findings.Complain($"line {exception.LineNumber + 1}", "is not JSON", "Send one object or an array of objects in UTF-8.");
        }

        return findings.ToReading();
    }

    private static void Take(JsonElement item, string where, Findings findings)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            findings.Complain(where, "is no object", "Send an object with system, code, number and occurredAt.");
            return;
        }

        if (Text(item, "system") is not { } name || !Known.TryGetValue(name, out var system))
        {
            findings.Complain($"{where}/system", "is no system that is known here", $"Send one of {Systems}.");
            return;
        }

        if (Text(item, "code") is not { } code || code.Length > Limits.Code)
        {
            findings.Complain($"{where}/code", "is missing or too long", $"Send the system's code, at most {Limits.Code} characters.");
            return;
        }

        if (Text(item, "occurredAt") is not { } time || IsoTime.Read(Encoding.ASCII.GetBytes(time), out var at) is not null)
        {
            findings.Complain($"{where}/occurredAt", "is missing or cannot be read", $"Send ISO 8601 with the offset, for example {IsoTime.Example}.");
            return;
        }

        if (findings.Number(Text(item, "carrier") ?? findings.Context.Carrier, Text(item, "number") ?? findings.Context.Number, where) is { } number)
        {
            Decide(item, system, (name, code), at, number, where, findings);
        }
    }

    private static void Decide(JsonElement item, System system, (string System, string Code) said, ReportedTime at, ShipmentNumber number, string where, Findings findings)
    {
        var given = ShipmentNumber.NormaliseCarrier(Text(item, "authority") ?? findings.Context.Authority);
        var authority = given ?? system.Authority;
        var territory = given is null ? system.Territory : Places.Territories.OfAuthority(given);
        if (authority is null || territory is null)
        {
            findings.Complain($"{where}/authority", "is missing, or does not begin with its country", "Send the authority's code, for example gb-customs.");
            return;
        }

        var procedure = EnumTexts.TryParse<CustomsProcedure>(Text(item, "procedure"), out var named) ? named : findings.Context.Procedure ?? system.Procedure;
        findings.Understood++;
        new AuthorityNotice
        {
            Number = number,
            Authority = authority,
            Territory = territory,
            Procedure = procedure,
            OccurredAt = at,
            Id = Text(item, "id") ?? $"{said.System}/{number.Number}/{said.Code}/{at.Microseconds}",
            Code = said.Code,
            PieceCount = item.TryGetProperty("pieces", out var pieces) && pieces.ValueKind == JsonValueKind.Number && pieces.TryGetInt32(out var count) && count is > 0 and <= Limits.Count ? count : null,
            Port = Text(item, "port"),
            Text = Text(item, "text"),
            Reference = Text(item, "reference"),
            Where = where,
        }.AddTo(findings, system.Codes);
    }

    private static string? Text(JsonElement item, string name)
    {
        if (!item.TryGetProperty(name, out var value) || value.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return Texts.Cut(value.GetString(), Limits.Prose);
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or no UTF-8: as if it were not there.
            return null;
        }
    }
}
