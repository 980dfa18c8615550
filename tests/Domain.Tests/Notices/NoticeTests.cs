using Tracking.Contracts.Cases;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Notices;

namespace Tracking.Domain.Tests.Notices;

/// <summary>Who is told what at which stage, field by field, from 19 CFR 133.21 and CBP Dec. 15-12 as written down in section 3 of the domain.</summary>
public sealed class NoticeTests
{
    private const string Five = "ImportedOn PortOfEntry Description Quantity CountryOfOrigin";

    // The expectation stands here by itself and is not read from the table.
    private static readonly Dictionary<(NoticeRecipient, DisclosureStage), string> Permitted = new()
    {
        [(NoticeRecipient.RightHolder, DisclosureStage.BeforeNotice)] = "RedactedImages",
        [(NoticeRecipient.RightHolder, DisclosureStage.WithNotice)] = $"Reference LegalBasis {Five} RedactedImages",
        [(NoticeRecipient.RightHolder, DisclosureStage.AfterAnswerPeriod)] = $"Reference LegalBasis {Five} RedactedImages WholeImagesAndSamples",
        [(NoticeRecipient.RightHolder, DisclosureStage.AfterSeizure)] = $"Reference LegalBasis {Five} Manufacturer Exporter Importer RedactedImages WholeImagesAndSamples",
        [(NoticeRecipient.Carrier, DisclosureStage.BeforeNotice)] = "Reference PortOfEntry Quantity TrackingNumber",
        [(NoticeRecipient.Carrier, DisclosureStage.WithNotice)] = "Reference PortOfEntry Quantity TrackingNumber",
        [(NoticeRecipient.Carrier, DisclosureStage.AfterAnswerPeriod)] = "Reference PortOfEntry Quantity TrackingNumber",
        [(NoticeRecipient.Carrier, DisclosureStage.AfterSeizure)] = "Reference PortOfEntry Quantity TrackingNumber",
        [(NoticeRecipient.Importer, DisclosureStage.BeforeNotice)] = "RedactedImages WholeImagesAndSamples",
        [(NoticeRecipient.Importer, DisclosureStage.WithNotice)] = $"Reference LegalBasis {Five} Importer TrackingNumber Deadlines RedactedImages WholeImagesAndSamples",
        [(NoticeRecipient.Importer, DisclosureStage.AfterAnswerPeriod)] = $"Reference LegalBasis {Five} Importer TrackingNumber Deadlines RedactedImages WholeImagesAndSamples",
        [(NoticeRecipient.Importer, DisclosureStage.AfterSeizure)] = $"Reference LegalBasis {Five} Importer TrackingNumber Deadlines RedactedImages WholeImagesAndSamples",
    };

    public static TheoryData<NoticeKind, DisclosureStage, NoticeField> Cells { get; } = All();

    private static TheoryData<NoticeKind, DisclosureStage, NoticeField> All()
    {
        var cells = new TheoryData<NoticeKind, DisclosureStage, NoticeField>();
        foreach (var to in Enum.GetValues<NoticeKind>())
        {
            foreach (var stage in Enum.GetValues<DisclosureStage>())
            {
                foreach (var said in Enum.GetValues<NoticeField>())
                {
                    cells.Add(to, stage, said);
                }
            }
        }

        return cells;
    }

    [Theory, MemberData(nameof(Cells))]
    public void Each_field_is_said_where_it_may_be_and_redacted_elsewhere(NoticeKind kind, DisclosureStage stage, NoticeField field)
    {
        var draft = NoticeRules.Draft(Shipment, Case("detained"), kind, stage);
        var offered = kind == NoticeKind.AbandonmentOffer && field == NoticeField.Abandonment && stage >= DisclosureStage.WithNotice;
        var permitted = offered || Permitted[(draft.To, stage)].Split(' ').Contains(field.ToString());

        Assert.Equal(permitted, draft.Lines.Any(l => l.Field == field));
        Assert.Equal(!permitted && (field != NoticeField.Abandonment || kind == NoticeKind.AbandonmentOffer), draft.Redacted.Contains(field));
    }

    [Fact]
    public void Before_seizure_nothing_that_is_told_to_the_right_holder_names_a_party_or_a_number()
    {
        foreach (var stage in Enum.GetValues<DisclosureStage>().Where(s => s < DisclosureStage.AfterSeizure))
        {
            var said = string.Join('\n', NoticeRules.Draft(Shipment, Case("detained"), NoticeKind.Disclosure, stage).Lines.Select(l => l.Text));
            Assert.All(["Maker", "Exporter", "Importer Inc", "Main Street", "AC123"], secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("placed", "presented", "running", DisclosureStage.BeforeNotice)]
    [InlineData("detained", "notice", "running", DisclosureStage.WithNotice)]
    [InlineData("detained", "notice", "met", DisclosureStage.WithNotice)]
    [InlineData("detained", "notice", "breached", DisclosureStage.AfterAnswerPeriod)]
    [InlineData("seized", "notice", "met", DisclosureStage.AfterSeizure)]
    [InlineData("forfeited", "presented", "met", DisclosureStage.AfterSeizure)]
    public void The_stage_follows_from_the_case_and_its_clocks(string stage, string anchor, string state, DisclosureStage expected) =>
        Assert.Equal(expected, NoticeRules.StageOf(Case(stage, anchor, state)));

    private static CaseView Case(string stage, string anchor = "presented", string state = "running") => new()
    {
        Hold = "d-1",
        Authority = "us-cbp",
        Stage = stage,
        Revision = 1,
        Deadlines =
        [
            new DeadlineView
            {
                Clock = "us.answer", Title = "importer’s answer", State = state, LastDay = "2026-06-08", EndsAt = DateTimeOffset.UnixEpoch, Zone = "America/New_York",
                Port = "4701", Turn = "importer", Effect = "disclosure", EffectDay = "2026-06-09", Anchor = anchor, AnchorAt = DateTimeOffset.UnixEpoch,
                RuleSet = "us-2", Citation = "19 CFR 133.21", Known = "seen",
            },
        ],
    };

    private static ShipmentView Shipment { get; } = new()
    {
        Carrier = "acme",
        Number = "AC123",
        Holds = [new HoldView("d-1", HoldKind.IprDetention, "us-cbp", "19 CFR 133.21", "secret", "R-1", "4701", DateTimeOffset.UnixEpoch, null, [])],
        Origin = new Place("CN"),
        Goods = [new GoodsLine { Description = "Handbags", Quantity = 12 }],
        Parties =
        [
            new Party(PartyRole.Manufacturer, null, "CN", new PartyDetails { Name = "Maker" }),
            new Party(PartyRole.Exporter, null, "CN", new PartyDetails { Name = "Exporter" }),
            new Party(PartyRole.Consignee, null, "US", new PartyDetails { Name = "Importer Inc", Address = "1 Main Street" }),
        ],
    };
}
