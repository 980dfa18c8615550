using System.Collections.Immutable;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Json;

/// <summary>Reads a customs decision, or a carrier's about its own hold, from JSON.</summary>
public sealed class DecisionJson : FactReader
{
    private const int First = CommonFields.Count;

    private DecisionJson()
        : base("decision", CommonFields.Table(
            "authority", "territory", "procedure", "kind", "sequence", "pieces", "pieceCount", "hold", "permits", "deletes", "code", "text", "anchors"))
    {
    }

    /// <summary>The reader.</summary>
    public static DecisionJson Instance { get; } = new();

    private protected override Fact? ReadFact(ref JsonItem item, in Reception reception)
    {
        var common = default(CommonFields);
        var own = new Own();
        ulong seen = 0;
        while (item.NextField(Names, ref seen, out var field))
        {
            if (field < CommonFields.Count)
            {
                common.Read(ref item, field);
            }
            else
            {
                own.Read(ref item, field);
            }
        }

        common.Check(ref item, seen);
        if (common.Id is null)
        {
            CommonFields.Require(ref item, seen, 2, "id", "Every decision has an id of its authority's.");
        }

        own.Require(ref item, seen);
        if (!item.HasComplaints)
        {
            DecisionRules.Check(ref item, common, own);
        }

        return item.HasComplaints ? null : own.Decision(common, reception);
    }

    /// <summary>The fields that only decisions have.</summary>
    internal ref struct Own()
    {
        private CodeOf? _authority;
        private string? _territory;
        private CustomsProcedure _procedure;
        private DecisionKind? _kind;
        private long? _sequence;

        public readonly DecisionKind Kind => _kind!.Value;

        public readonly string Authority => _authority!.Text;

        public ImmutableArray<string> Pieces { get; private set; } = [];

        public int? PieceCount { get; private set; }

        public HoldTerms? Hold { get; private set; }

        public ClearancePurpose? Permits { get; private set; }

        public string? Deletes { get; private set; }

        private string? _code;
        private string? _text;
        private ImmutableArray<Anchor> _anchors = [];

        public void Read(ref JsonItem item, int field)
        {
            switch (field)
            {
                case First:
                    _authority = item.Code();
                    break;
                case First + 1:
                    _territory = item.Country();
                    break;
                case First + 2:
                    _procedure = item.OneOf<CustomsProcedure>() ?? CustomsProcedure.Import;
                    break;
                case First + 3:
                    _kind = item.OneOf<DecisionKind>();
                    break;
                case First + 4:
                    _sequence = item.Whole(0, Limits.Sequence);
                    break;
                case First + 5:
                    Pieces = PiecesJson.Read(ref item);
                    break;
                case First + 6:
                    PieceCount = item.Count();
                    break;
                case First + 7:
                    Hold = HoldTermsJson.Read(ref item);
                    break;
                case First + 8:
                    Permits = item.OneOf<ClearancePurpose>();
                    break;
                case First + 9:
                    Deletes = item.Text(Limits.Id);
                    break;
                case First + 10:
                    _code = item.Text(Limits.Code, recurs: true);
                    break;
                case First + 11:
                    _text = item.Text(Limits.Text);
                    break;
                default:
                    _anchors = AnchorsJson.ReadAll(ref item);
                    break;
            }
        }

        public readonly void Require(ref JsonItem item, ulong seen)
        {
            if (_authority is null)
            {
                CommonFields.Require(ref item, seen, First, "authority", "Send the authority's code, or the carrier's for its own hold.");
            }

            if (_territory is null)
            {
                CommonFields.Require(ref item, seen, First + 1, "territory", "Send the country by ISO 3166-1 alpha-2, or EU.");
            }

            if (_kind is null)
            {
                CommonFields.Require(ref item, seen, First + 3, "kind", $"Send one of {EnumTexts.Permitted<DecisionKind>()}.");
            }
        }

        public readonly Decision Decision(in CommonFields common, in Reception reception) => new()
        {
            Number = common.ShipmentNumber,
            Source = Authority,
            Id = common.Id,
            OccurredAt = common.OccurredAt,
            ReceivedAt = reception.ReceivedAt,
            ReportedBy = reception.ReportedBy,
            Corrects = common.Corrects,
            Withdraws = common.Withdraws,
            Kind = Kind,
            Territory = _territory!,
            Procedure = _procedure,
            Sequence = _sequence,
            Pieces = Pieces,
            PieceCount = PieceCount,
            Hold = Hold,
            Permits = Permits,
            Deletes = Deletes,
            Code = _code,
            Text = _text,
            Anchors = _anchors,
        };
    }
}
