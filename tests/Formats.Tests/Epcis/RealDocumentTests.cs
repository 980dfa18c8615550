using Tracking.Formats.Adapters;
using Tracking.Formats.Epcis;

namespace Tracking.Formats.Tests.Epcis;

/// <summary>GS1's own examples and those of openEPCIS: the sound ones are taken, each of the others is refused for its own reason.</summary>
public sealed class RealDocumentTests
{
    private const string Folder = "epcis";

    // What lies among the examples and is no message with events.
    private static readonly string[] NotMessages = ["Schema", "CaptureJob"];

    private static readonly Dictionary<string, string> Reasons = new()
    {
        ["Combination_of_non_standard_bizStep_and_disposition.json"] = "is no business step",
        ["ObjectEvent_with_ilmd_field_without_namespace.json"] = "is not known here",
        ["ObjectEvent_with_invalid_action.json"] = "is no action",
        ["ObjectEvent_with_invalid_certificationInfo.json"] = "is no URI",
        ["ObjectEvent_with_invalid_eventTime_format.json"] = "is not a time",
        ["ObjectEvent_with_non_standard_bizStep.json"] = "is no business step",
        ["ObjectEvent_with_non_standard_bizStep_in_second_event.json"] = "is no business step",
        ["ObjectEvent_with_quantity_as_text.json"] = "is no number",
        ["ObjectEvent_with_unknown_field_in_quantityList.json"] = "is not known here",
        ["ObjectEvent_without_action_and_eventTime.json"] = "is missing",
        ["ObjectEvent_without_identifier_list.json"] = "names no object",
        ["QueryDocument_with_invalid_action.json"] = "is no action",
        ["Query_with_unknown_parameter.json"] = "is no parameter",
        ["ObjectEvent_with_near_miss_action.xml"] = "is no action",
        ["ObjectEvent_with_invalid_action.xml"] = "is no action",
        ["ObjectEvent_without_eventTime.xml"] = "is missing",
        ["ObjectEvent_with_unknown_element.xml"] = "is not known here",
        ["ObjectEvent_bare_event_without_action.xml"] = "is missing",
        ["ObjectEvent_with_wrong_element_order.xml"] = "comes after the action",
        ["ObjectEvent_with_invalid_eventTime_format.xml"] = "is not a time",
        ["QueryDocument_with_invalid_eventType.xml"] = "is no type of event",
        ["QueryDocument_with_invalid_action.xml"] = "is no action",
        ["QueryDocument_with_missing_value.xml"] = "is missing",
        ["Query_without_queryName.xml"] = "is missing",
    };

    [SharedDataFact(Folder)]
    public void Every_sound_document_is_recognised_and_taken_without_a_complaint()
    {
        var faults = new List<string>();
        var documents = 0;
        var facts = 0;
        foreach (var file in Files().Where(f => !IsInvalid(f)))
        {
            var bytes = File.ReadAllBytes(file);
            documents++;
            var reading = Read(bytes);
            facts += reading.Facts.Length;
            if (AllAdapters.Recognise(bytes) is not EpcisAdapter)
            {
                faults.Add($"{file}: not recognised");
            }

            faults.AddRange(reading.Complaints.Select(c => $"{file}: {c.Path} {c.Message}"));
            faults.AddRange(reading.Understood == 0 ? [$"{file}: nothing understood"] : []);
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.InRange(documents, 90, 200);
        Assert.InRange(facts, 100, 1_000);
    }

    [SharedDataFact(Folder)]
    public void Every_broken_document_is_refused_for_its_own_reason()
    {
        var files = Files().Where(IsInvalid).ToList();
        Assert.Equal(Reasons.Keys.Order(StringComparer.Ordinal), files.Select(f => Path.GetFileName(f)).Distinct().Order(StringComparer.Ordinal));
        Assert.All(files, file =>
        {
            var reading = Read(File.ReadAllBytes(file));
            Assert.Contains(reading.Complaints, c => c.Message.Contains(Reasons[Path.GetFileName(file)], StringComparison.Ordinal) && c.Path.Length > 0);
        });
    }

    [SharedDataFact(Folder)]
    public void An_error_declaration_takes_back_the_event_that_it_repeats()
    {
        var file = Files().Single(f => f.EndsWith("JSON/WithErrorDeclaration/Example_9.6.1-ObjectEvent-with-error-declaration.jsonld", StringComparison.Ordinal));
        var reading = Read(File.ReadAllBytes(file));
        Assert.Contains(reading.Facts, f => f.Withdraws && f.Corrects is not null && f.Corrects != f.Id);
    }

    private static bool IsInvalid(string file) => file.Contains("/Invalid/", StringComparison.Ordinal);

    private static MessageReading Read(byte[] bytes) => new EpcisAdapter().Read(bytes, new MessageContext(Samples.Reception) { Carrier = "acme" });

    private static IEnumerable<string> Files() => Directory.EnumerateFiles(SharedData.Folder(Folder)!, "*.*", SearchOption.AllDirectories)
        .Where(f => !NotMessages.Any(n => f.Contains(n, StringComparison.Ordinal))).Order(StringComparer.Ordinal);
}
