using System.Text;
using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Tests.Carriers;

/// <summary>Answers of real carriers, as they were captured.</summary>
public sealed class RealMessageTests
{
    private const string Folder = "carrier-responses";

    // Answers about prices and labels, requests, and errors that name no number: no news of a shipment is in them.
    private static readonly string[] NotTracking =
    [
        "create_shipment_response", "raterequest_response", "reply_without_notifications", "track_shipment_request", "example_response_with_strange",
        "first_class_packages", "tracking_request_batch", "tracking_response_test_error", "invalid_xml_tracking_response_error", "track_shipment_response",
        "upsmi", "dhlgm", "amazon",
    ];

    private static readonly string[] PlacesUnknown =
        ["DHLExpress", "fedex_shipment", "canada_post_delivered2", "tracking_response_alt", "tracking_response_batch", "ups_delivered", "ups_rescheduled", "usps_pre_shipment"];

    [SharedDataFact(Folder)]
    public void Every_tracking_answer_is_recognised_and_gives_facts_or_the_carriers_own_refusal()
    {
        var faults = new List<string>();
        var facts = 0;
        foreach (var (file, bytes) in Messages())
        {
            var adapter = AllAdapters.Recognise(bytes);
            var isTracking = !NotTracking.Any(n => file.Contains(n, StringComparison.Ordinal)) && !IsPage(bytes);
            if ((adapter is not null) != isTracking)
            {
                faults.Add($"{file}: {adapter?.Name ?? "not recognised"}");
                continue;
            }

            if (adapter?.Read(bytes, Context) is { } reading)
            {
                facts += reading.Facts.Length;
                faults.AddRange(reading.Unmapped.Select(u => $"{file}: unmapped {u.System} {u.Code} at {u.Where}"));
                faults.AddRange(reading.Complaints.Where(c => !IsExpected(file, c)).Select(c => $"{file}: {c.Path} {c.Message}"));
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.InRange(facts, 250, 5_000);
    }

    [SharedDataFact(Folder)]
    public void A_parcel_that_was_held_for_two_weeks_shows_every_clearance_event_as_held_and_none_moves_it()
    {
        var scans = Read("dhl_delayed.xml");
        var held = scans.Where(s => s.Code is "CD" or "UD").ToList();
        Assert.InRange(held.Count, 10, 20);
        Assert.All(held, s => Assert.Equal((TransportStatus.AtBorder, CustomsReport.Held), (s.Status, s.Customs)));
        Assert.All(held, s => Assert.False(s.Status.IsMovement()));
    }

    [SharedDataFact(Folder)]
    public void A_local_time_is_resolved_by_its_service_area()
    {
        var first = Read("dhl_delayed.xml").MinBy(s => s.OccurredAt.Microseconds)!;
        Assert.Equal("2015-09-18T20:18:58+01:00", first.OccurredAt.ToString());
        Assert.Equal(new Place("GB", "GBLHR"), first.Place);
        var usps = Read("usps_predicted_eta.xml").Single(s => s.Code == "07");
        Assert.Equal(("2015-09-25T04:24:00-07:00", new Place("US", null, "92863")), (usps.OccurredAt.ToString(), usps.Place));
    }

    [SharedDataFact(Folder)]
    public void A_carriers_cleared_says_only_that_the_carrier_says_so()
    {
        var cleared = Read("dhl_delivered.xml").Concat(Read("dhl_eta.xml")).Where(s => s.Code == "CR").ToList();
        Assert.NotEmpty(cleared);
        Assert.All(cleared, s => Assert.Equal((TransportStatus.AtBorder, CustomsReport.Released), (s.Status, s.Customs)));
    }

    [SharedDataFact(Folder)]
    public void An_answer_without_news_is_told_in_the_carriers_words()
    {
        var reading = ReadingOf("usps/tracking_response_failure.xml");
        Assert.Empty(reading.Facts);
        Assert.Contains("could not locate the tracking information", Assert.Single(reading.Complaints).Message, StringComparison.Ordinal);
        Assert.Contains("unable to process your tracking request", Assert.Single(ReadingOf("tracking_response_failure_code_9080.xml").Complaints).Message, StringComparison.Ordinal);
    }

    private static MessageContext Context { get; } = new(Samples.Reception);

    // A carrier that answers that it has no news; events without a time, a time of day, or a place that has one time zone.
    private static bool IsExpected(string file, Complaint complaint) =>
        (complaint.Message.Contains("is no news of", StringComparison.Ordinal) && (file.Contains("failure", StringComparison.Ordinal) || file.Contains("batch", StringComparison.Ordinal)))
        || (complaint.Message == "has no time" && file.Contains("tracking_response_alt", StringComparison.Ordinal))
        || (complaint.Message.Contains("without a time of day", StringComparison.Ordinal) && file.Contains("usps_pre_shipment", StringComparison.Ordinal))
        || (complaint.Message.Contains("read as UTC", StringComparison.Ordinal) && PlacesUnknown.Any(p => file.Contains(p, StringComparison.Ordinal)));

    private static bool IsPage(byte[] bytes) => Encoding.UTF8.GetString(bytes).TrimStart() is var text
        && (text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase) || text.Contains("<body", StringComparison.OrdinalIgnoreCase));

    private static List<Scan> Read(string file) => [.. ReadingOf(file).Facts.Cast<Scan>()];

    private static MessageReading ReadingOf(string file)
    {
        var bytes = Messages().Single(m => m.File.EndsWith("/" + file, StringComparison.Ordinal)).Bytes;
        return AllAdapters.Recognise(bytes)!.Read(bytes, Context);
    }

    /// <summary>The messages; of a recording of HTTP the bodies that were answered.</summary>
    private static IEnumerable<(string File, byte[] Bytes)> Messages()
    {
        foreach (var path in Directory.EnumerateFiles(SharedData.Folder(Folder)!, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var bytes = File.ReadAllBytes(path);
            if (!path.Contains("cassettes", StringComparison.Ordinal))
            {
                yield return (path, bytes);
            }
            else if (path.EndsWith(".json", StringComparison.Ordinal))
            {
                using var recording = JsonDocument.Parse(bytes);
                foreach (var call in recording.RootElement.EnumerateArray())
                {
                    if (call.GetProperty("Response").GetProperty("Body").GetString() is { } body && body.Contains("tracking_details", StringComparison.Ordinal))
                    {
                        yield return (path, Encoding.UTF8.GetBytes(body));
                    }
                }
            }
        }
    }
}
