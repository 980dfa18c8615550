using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Formats.Epcis;

/// <summary>What an event that keeps the rules says of parcels.</summary>
internal static class EventFacts
{
    private static readonly FactReader[] Readers = [ScanJson.Instance, ManifestJson.Instance, DispatchJson.Instance, DecisionJson.Instance];

    /// <summary>Adds the facts of one event. One of a kind that says nothing of a parcel gives none.</summary>
    public static void Add(JsonElement one, string where, Findings findings)
    {
        if (Own(one, where, findings))
        {
            return;
        }

        var said = Said.Of(one);
        switch (one.GetProperty("type").GetString())
        {
            case "ObjectEvent":
                Scans(one, "epcList", null, said, where, findings);
                break;
            case "TransactionEvent":
                Scans(one, "epcList", null, said, where, findings);
                Parent(one, said, where, findings);
                break;
            case "AggregationEvent":
                Aggregation(one, said, where, findings);
                break;
        }
    }

    /// <summary>A fact of ours that came out as an event comes back whole from the extension that holds it.</summary>
    private static bool Own(JsonElement one, string where, Findings findings)
    {
        foreach (var reader in Readers)
        {
            var name = EpcisWriter.Prefix + reader.Kind;
            if (!one.TryGetProperty(name, out var fact))
            {
                continue;
            }

            var reading = reader.Read(Encoding.UTF8.GetBytes(fact.GetRawText()), findings.Context.Reception);
            if (reading.Fact is { } known)
            {
                findings.Add(known, Pointer.Cut(where));
            }

            foreach (var complaint in reading.Complaints)
            {
                findings.Complain($"{where}/{name}{complaint.Path}", complaint.Message, complaint.Remedy);
            }

            return true;
        }

        return false;
    }

    private static void Aggregation(JsonElement one, Said said, string where, Findings findings)
    {
        var parent = Text(one, "parentID");
        if (parent is not null && NumberUris.IsBill(parent) && said.Action != "DELETE")
        {
            Manifest(one, parent, said, where, findings);
            return;
        }

        string? container = null;
        if (parent is not null && NumberUris.TryRead(parent, out var carrier, out var number))
        {
            container = said.Action == "DELETE" ? null : Texts.Cut(number, Limits.Transport);
            said = said with { Box = (carrier, ShipmentNumber.NormaliseNumber(number)) };
        }

        Scans(one, "childEPCs", container, said, where, findings);
        Parent(one, said with { Box = default }, where, findings);
    }

    /// <summary>What is aggregated to a shipment or consignment are its pieces.</summary>
    private static void Manifest(JsonElement one, string parent, Said said, string where, Findings findings)
    {
        if (NumberOf(parent, $"{where}/parentID", findings) is not { } bill)
        {
            return;
        }

        var pieces = new List<string>();
        foreach (var (uri, at) in Uris(one, "childEPCs", where))
        {
            if (NumberOf(uri, at, findings) is { } piece && pieces.Count < Limits.Pieces)
            {
                pieces.Add(piece.Number);
            }
        }

        findings.Add(
            new Manifest
            {
                Number = bill,
                Source = bill.Carrier,
                Id = said.Id,
                OccurredAt = said.Time,
                ReceivedAt = findings.Context.Reception.ReceivedAt,
                ReportedBy = findings.Context.Reception.ReportedBy,
                Corrects = said.Corrects,
                Withdraws = said.Corrects is not null,
                Pieces = [.. pieces.Distinct()],
            },
            Pointer.Cut(where));
    }

    private static void Parent(JsonElement one, Said said, string where, Findings findings)
    {
        if (Text(one, "parentID") is { } parent)
        {
            Scan(parent, null, said, $"{where}/parentID", findings);
        }
    }

    private static void Scans(JsonElement one, string list, string? container, Said said, string where, Findings findings)
    {
        foreach (var (uri, at) in Uris(one, list, where))
        {
            Scan(uri, container, said, at, findings);
        }
    }

    private static void Scan(string uri, string? container, Said said, string where, Findings findings)
    {
        if (NumberOf(uri, where, findings) is not { } number)
        {
            return;
        }

        var status = Vocabulary.StatusOf(said.Step, said.State, out var unmapped);
        if (unmapped is not null)
        {
            findings.Unmapped("epcis cbv", unmapped, where);
        }

        findings.Add(
            new Scan
            {
                Number = number,
                Source = number.Carrier,
                Id = said.IdFor(number),
                OccurredAt = said.Time,
                ReceivedAt = findings.Context.Reception.ReceivedAt,
                ReportedBy = findings.Context.Reception.ReportedBy,
                Corrects = said.CorrectsFor(number),
                Withdraws = said.Corrects is not null,
                Status = status,
                Code = Texts.Cut(said.Step ?? said.State, Limits.Code),
                Text = said.State is { } state && said.Step is not null ? Texts.Cut(state, Limits.Text) : null,
                Container = container,
                Packing = said.PackingOf(number),
            },
            Pointer.Cut(where));
    }

    private static ShipmentNumber? NumberOf(string uri, string where, Findings findings)
    {
        if (NumberUris.TryRead(uri, out var carrier, out var number))
        {
            return findings.Number(carrier ?? findings.Context.Carrier, number, where);
        }

        // A thing, but no parcel: kept in the message, and counted.
        findings.Unmapped("epcis key", uri, where);
        return null;
    }

    private static IEnumerable<(string Uri, string Where)> Uris(JsonElement one, string list, string where)
    {
        if (!one.TryGetProperty(list, out var uris))
        {
            yield break;
        }

        var at = 0;
        foreach (var uri in uris.EnumerateArray())
        {
            yield return (uri.GetString()!, $"{where}/{list}/{at++}");
        }
    }

    /// <summary>The beginning of ids that are given to events that come without, so that the same event always gets the same.</summary>
    public const string GivenId = "urn:tracking:event:";

    /// <summary>The id by which the facts of an event are known: the event's own, or a hash of what it says without the declaration that it was an error.</summary>
    public static string IdOf(JsonElement one)
    {
        if (Text(one, "eventID") is { } id)
        {
            return Shorten(id.StartsWith(GivenId, StringComparison.Ordinal) ? id[GivenId.Length..] : id);
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in one.EnumerateObject().Where(f => f.Name is not ("errorDeclaration" or "recordTime" or "@context")).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{field.Name}={field.Value.GetRawText()}\n"));
        }

        return $"sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static string Shorten(string id) => id.Length <= Limits.Id && id.All(c => c is > ' ' and <= '~')
        ? id
        : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))}";

    private static string? Text(JsonElement one, string name) => one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>What is the same for all things of an event.</summary>
    private sealed record Said(string Id, string? Corrects, ReportedTime Time, string? Action, string? Step, string? State)
    {
        public static Said Of(JsonElement one)
        {
            IsoTime.Read(Encoding.UTF8.GetBytes(Text(one, "eventTime")!), out var time);
            var offset = Text(one, "eventTimeZoneOffset")!;
            var minutes = ((int.Parse(offset.AsSpan(1, 2)) * 60) + int.Parse(offset.AsSpan(4, 2))) * (offset[0] == '-' ? -1 : 1);
            var id = IdOf(one);
            string? corrects = null;
            if (one.TryGetProperty("errorDeclaration", out var error))
            {
                // The declaration repeats the event with its id: it takes back, and has an id of its own.
                corrects = id;
                id = Shorten($"{id}!{Text(error, "declarationTime")}");
            }

            return new Said(id, corrects, time with { OffsetMinutes = (short)minutes }, Text(one, "action"), Word(one, "bizStep"), Word(one, "disposition"));
        }

        // The same event may be about many parcels; a bill that takes them all in must tell its facts apart.
        public string IdFor(ShipmentNumber number) => Shorten($"{Id}#{number.Number}");

        public string? CorrectsFor(ShipmentNumber number) => Corrects is null ? null : Shorten($"{Corrects}#{number.Number}");

        /// <summary>The box of an aggregation: one of the child's own carrier.</summary>
        public (string? Carrier, string? Number) Box { get; init; }

        // To be observed in a box is to be in it; what was not observed is not taken out.
        public Packing? PackingOf(ShipmentNumber child) =>
            Box.Number is { } box && box != child.Number && (Box.Carrier is null || Box.Carrier == child.Carrier) ? new Packing(box, Action == "DELETE") : null;

        private static string? Word(JsonElement one, string name) => Text(one, name) is { } word ? Vocabulary.Short(word) : null;
    }
}
