using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Json;

/// <summary>Reads a manifest from JSON.</summary>
public sealed class ManifestJson : FactReader
{
    private const int First = CommonFields.Count;

    private ManifestJson()
        : base("manifest", CommonFields.Table(
            "pieces", "pieceCount", "parties", "origin", "destination", "goods", "masterBill", "conveyance", "portOfEntry", "expectedArrival"))
    {
    }

    /// <summary>The reader.</summary>
    public static ManifestJson Instance { get; } = new();

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
        own.Check(ref item);
        return item.HasComplaints ? null : own.Manifest(common, reception);
    }

    private ref struct Own()
    {
        private ImmutableArray<string> _pieces = [];
        private int? _pieceCount;
        private ImmutableArray<Party> _parties = [];
        private Place? _origin;
        private Place? _destination;
        private ImmutableArray<GoodsLine> _goods = [];
        private string? _masterBill;
        private string? _conveyance;
        private string? _portOfEntry;
        private ReportedTime? _expectedArrival;

        public void Read(ref JsonItem item, int field)
        {
            switch (field)
            {
                case First:
                    _pieces = PiecesJson.Read(ref item);
                    break;
                case First + 1:
                    _pieceCount = item.Count();
                    break;
                case First + 2:
                    _parties = PartyJson.ReadAll(ref item);
                    break;
                case First + 3:
                    _origin = PlaceJson.Read(ref item);
                    break;
                case First + 4:
                    _destination = PlaceJson.Read(ref item);
                    break;
                case First + 5:
                    _goods = GoodsJson.ReadAll(ref item);
                    break;
                case First + 6:
                    _masterBill = item.Text(Limits.Transport, recurs: true);
                    break;
                case First + 7:
                    _conveyance = item.Text(Limits.Transport, recurs: true);
                    break;
                case First + 8:
                    _portOfEntry = item.Text(Limits.Port, recurs: true);
                    break;
                default:
                    _expectedArrival = item.Time();
                    break;
            }
        }

        public readonly void Check(ref JsonItem item)
        {
            if (_pieceCount < _pieces.Length)
            {
                item.ComplainAt("pieceCount", $"is {_pieceCount}, but {_pieces.Length} pieces are named", "Send the number of all pieces, or leave it out.");
            }
        }

        public readonly Manifest Manifest(in CommonFields common, in Reception reception) => new()
        {
            Number = common.ShipmentNumber,
            Source = common.Carrier,
            Id = common.Id,
            OccurredAt = common.OccurredAt,
            ReceivedAt = reception.ReceivedAt,
            ReportedBy = reception.ReportedBy,
            Corrects = common.Corrects,
            Withdraws = common.Withdraws,
            Pieces = _pieces,
            PieceCount = _pieceCount,
            Parties = _parties,
            Origin = _origin,
            Destination = _destination,
            Goods = _goods,
            MasterBill = _masterBill,
            Conveyance = _conveyance,
            PortOfEntry = _portOfEntry,
            ExpectedArrival = _expectedArrival,
        };
    }
}
