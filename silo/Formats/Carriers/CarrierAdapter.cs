using System.Text;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Carriers.Payloads;
using Tracking.Formats.Json;
using Tracking.Formats.Places;

namespace Tracking.Formats.Carriers;

/// <summary>Reads the messages of one carrier, pushed or pulled, after their shapes and tables.</summary>
internal sealed class CarrierAdapter(string name, string title, params PayloadShape[] shapes) : IAdapter
{
    /// <summary>How far into a message its marks are looked for.</summary>
    private const int MarksWithin = 64 * 1024;

    private readonly byte[][][] _marks = [.. shapes.Select(s => s.Marks.Select(Encoding.UTF8.GetBytes).ToArray())];

    public string Name { get; } = name;

    public string Title { get; } = title;

    public int MostBytes => 4 * 1024 * 1024;

    public bool Recognises(ReadOnlySpan<byte> message)
    {
        var beginning = message[..Math.Min(message.Length, MarksWithin)];
        foreach (var marks in _marks)
        {
            var all = true;
            foreach (var mark in marks)
            {
                all &= beginning.IndexOf(mark) >= 0;
            }

            if (all)
            {
                return true;
            }
        }

        return false;
    }

    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        var root = PayloadTree.Read(message, out var fault);
        if (root is null)
        {
            findings.Complain("/", fault!, $"Send {Title} as {Name} writes it.");
            return findings.ToReading();
        }

        foreach (var shape in shapes)
        {
            var any = false;
            foreach (var shipment in root.Find(shape.Shipments))
            {
                any = true;
                Shipment(shape, shipment, findings);
            }

            if (any)
            {
                return findings.ToReading();
            }
        }

        findings.Complain("/", $"has nothing where {Name} puts its shipments", $"Send {Title} as {Name} writes it.");
        return findings.ToReading();
    }

    private void Shipment(PayloadShape shape, PayloadNode shipment, Findings findings)
    {
        var where = Where(shipment);
        var number = shipment.First(shape.Number);
        if (shape.Refusal?.Invoke(shipment) is { } refusal && !shape.Events.Any(e => shipment.Find(e).Any()))
        {
            findings.Complain(where, $"is no news of {Texts.Cut(number, 64) ?? "a number"}: {Texts.Cut(refusal, Limits.Text)}", "Correct the number, or ask the carrier again later.");
            return;
        }

        var carrier = shape.Carrier.Length == 0 ? findings.Context.Carrier ?? Name : CarrierNames.Code(shipment.First(shape.Carrier)) ?? findings.Context.Carrier;
        if (findings.Number(carrier, number, where) is not { } known)
        {
            return;
        }

        findings.Understood++;
        shape.Prepare?.Invoke(shipment);
        foreach (var path in shape.Events)
        {
            foreach (var node in shipment.Find(path))
            {
                Event(shape, known, node, findings);
            }
        }
    }

    private static void Event(PayloadShape shape, ShipmentNumber number, PayloadNode node, Findings findings)
    {
        var where = Where(node);
        var place = PlaceOf(shape, node);
        if (TimeOf(shape, node, place, where, findings) is not { } time)
        {
            return;
        }

        var (status, code) = StatusOf(shape, node);
        if (status is null)
        {
            findings.Unmapped(shape.System, code ?? "", where);
        }

        findings.Add(
            new Scan
            {
                Number = number,
                Source = number.Carrier,
                OccurredAt = time,
                ReceivedAt = findings.Context.Reception.ReceivedAt,
                ReportedBy = findings.Context.Reception.ReportedBy,
                Status = status?.Status ?? TransportStatus.NoNews,
                Customs = status?.Customs ?? CustomsReport.None,
                Code = Texts.Cut(code, Limits.Code),
                Text = Texts.Cut(node.First(shape.Text), Limits.Text),
                Place = place,
            },
            where);
    }

    /// <summary>The first code that its table has; else the first code that there is, a sentence only where there is none.</summary>
    private static (CarrierStatus? Status, string? Code) StatusOf(PayloadShape shape, PayloadNode node)
    {
        string? code = null;
        string? sentence = null;
        foreach (var (path, table) in shape.Codes)
        {
            if (node.First(path) is not { } said)
            {
                continue;
            }

            if (table.TryGet(said, out var status))
            {
                return (status, said);
            }

            code ??= table.IsOfSentences ? null : said;
            sentence ??= said;
        }

        return (null, code ?? sentence);
    }

    private static Place? PlaceOf(PayloadShape shape, PayloadNode node)
    {
        var named = node.First(shape.Country);
        var country = PlaceCodes.Country(named);
        if (PlaceCodes.Airport(node.First(shape.Airport)) is { } airport && (country is null || country == airport.Country))
        {
            return airport;
        }

        // A country that is named but not known is not the carrier's own; nor is an event without any place at home.
        var postalCode = Texts.Cut(node.First(shape.PostalCode), Limits.PostalCode);
        country ??= named is null && (postalCode ?? node.First(shape.State)) is not null ? shape.DefaultCountry : null;
        return country is null ? null : new Place(country, null, postalCode);
    }

    private static ReportedTime? TimeOf(PayloadShape shape, PayloadNode node, Place? place, string where, Findings findings)
    {
        var date = node.First(shape.Date);
        var text = node.First(shape.Time) is { } time && date is not null ? $"{date} {time}" : date;
        if (text is null)
        {
            findings.Complain(where, "has no time", "Nothing was taken of this event: an event without a time has no place in an order.");
            return null;
        }

        if (!EventTimes.TryRead(text, out var local, out var offset, out var hasTime))
        {
            findings.Complain(where, $"has a time that cannot be read: {Texts.Cut(text, 64)}", "Nothing was taken of this event. Tell us the form, so that it can be added.");
            return null;
        }

        if (!hasTime)
        {
            findings.Complain(where, "has a day without a time of day; it was read as midnight", "Send the time of day, if you have it.");
        }

        if (offset is null && node.First(shape.Zone) is { } zone && EventTimes.TryOffset(zone, out var minutes))
        {
            offset = minutes;
        }

        if (offset is { } known)
        {
            return ReportedTime.From(new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.FromMinutes(known)));
        }

        if (LocalTimes.Resolve(local, place, node.First(shape.State), out var resolved) == LocalTimeFit.Unknown)
        {
            findings.Complain(where, "has a local time at a place whose time zone is not known; it was read as UTC", "Send the time with its offset, or the place.");
        }

        return resolved;
    }

    private static string Where(PayloadNode node) => Pointer.Cut(node.Pointer());
}
