using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Json;

/// <summary>Reads a scan from JSON.</summary>
public sealed class ScanJson : FactReader
{
    private const int StatusField = CommonFields.Count;

    private ScanJson()
        : base("scan", CommonFields.Table("status", "code", "text", "place", "pieces", "weightKg", "container", "masterBill", "customs", "packedInto", "takenOutOf"))
    {
    }

    /// <summary>The reader.</summary>
    public static ScanJson Instance { get; } = new();

    private protected override Fact? ReadFact(ref JsonItem item, in Reception reception)
    {
        var common = default(CommonFields);
        var own = default(Own);
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
        if (own.Status is null && !common.Withdraws)
        {
            CommonFields.Require(ref item, seen, StatusField, "status", $"Send one of {EnumTexts.Permitted<TransportStatus>()}.");
        }

        own.Check(ref item, common);
        return item.HasComplaints ? null : own.Scan(common, reception);
    }

    private ref struct Own
    {
        private string? _code;
        private string? _text;
        private Place? _place;
        private int? _pieces;
        private decimal? _weightKg;
        private string? _container;
        private string? _masterBill;
        private CustomsReport _customs;
        private string? _into;
        private string? _outOf;

        public TransportStatus? Status { get; private set; }

        public void Read(ref JsonItem item, int field)
        {
            switch (field)
            {
                case StatusField:
                    Status = item.OneOf<TransportStatus>();
                    break;
                case StatusField + 1:
                    _code = item.Text(Limits.Code, recurs: true);
                    break;
                case StatusField + 2:
                    _text = item.Text(Limits.Text, recurs: true);
                    break;
                case StatusField + 3:
                    _place = PlaceJson.Read(ref item);
                    break;
                case StatusField + 4:
                    _pieces = item.Count();
                    break;
                case StatusField + 5:
                    _weightKg = item.Amount();
                    break;
                case StatusField + 6:
                    _container = item.Text(Limits.Transport, recurs: true);
                    break;
                case StatusField + 7:
                    _masterBill = item.Text(Limits.Transport, recurs: true);
                    break;
                case StatusField + 8:
                    _customs = item.OneOf<CustomsReport>() ?? CustomsReport.None;
                    break;
                case StatusField + 9:
                    _into = item.Number();
                    break;
                default:
                    _outOf = item.Number();
                    break;
            }
        }

        public readonly Scan Scan(in CommonFields common, in Reception reception)
        {
            var number = common.ShipmentNumber;
            return new Scan
            {
                Number = number,
                Source = number.Carrier,
                Id = common.Id,
                OccurredAt = common.OccurredAt,
                ReceivedAt = reception.ReceivedAt,
                ReportedBy = reception.ReportedBy,
                Corrects = common.Corrects,
                Withdraws = common.Withdraws,
                Status = Status ?? TransportStatus.NoNews,
                Code = _code,
                Text = _text,
                Place = _place,
                Pieces = _pieces,
                WeightKg = _weightKg,
                Container = _container,
                MasterBill = _masterBill,
                Customs = _customs,
                Packing = _into is not null ? new Packing(_into) : _outOf is not null ? new Packing(_outOf, Out: true) : null,
            };
        }

        /// <summary>Complains about boxes that do not go together.</summary>
        public readonly void Check(ref JsonItem item, in CommonFields common)
        {
            if (_into is not null && _outOf is not null)
            {
                item.ComplainAt("takenOutOf", "takenOutOf comes together with packedInto", "Send the taking out and the putting in as a scan each.");
            }
            else if ((_into ?? _outOf) is { } box && common.IsAbout(box))
            {
                item.ComplainAt(_into is null ? "takenOutOf" : "packedInto", "the box is the number itself", "Name the box; nothing is inside itself.");
            }
        }
    }
}
