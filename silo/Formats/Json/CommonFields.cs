using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Json;

/// <summary>The fields that every fact has; they come first in every table of names.</summary>
internal ref struct CommonFields
{
    /// <summary>How many there are: a format's own fields begin at this index.</summary>
    public const int Count = 6;

    private CodeOf? _carrier;
    private string? _number;
    private ReportedTime? _occurredAt;

    public string? Id { get; private set; }

    public readonly ReportedTime OccurredAt => _occurredAt!.Value;

    public string? Corrects { get; private set; }

    public bool Withdraws { get; private set; }

    public readonly string Carrier => _carrier!.Text;

    public readonly ShipmentNumber ShipmentNumber => _carrier!.Any.Sibling(_number!);

    /// <summary>Whether the number that came is this one.</summary>
    public readonly bool IsAbout(string number) => _number == number;

    /// <summary>The table of a format: the common names and its own.</summary>
    public static NameTable Table(params ReadOnlySpan<string> own) =>
        new(["carrier", "number", "id", "occurredAt", "corrects", "withdraws", .. own]);

    /// <summary>Reads the value of a common field.</summary>
    public void Read(ref JsonItem item, int field)
    {
        switch (field)
        {
            case 0:
                _carrier = item.Code();
                break;
            case 1:
                _number = item.Number();
                break;
            case 2:
                Id = item.Text(Limits.Id);
                break;
            case 3:
                _occurredAt = item.Time();
                break;
            case 4:
                Corrects = item.Text(Limits.Id);
                break;
            default:
                Withdraws = item.Truth();
                break;
        }
    }

    /// <summary>Complains about what is missing or does not go together.</summary>
    /// <param name="item">The item, at its end.</param>
    /// <param name="seen">The fields that came; one that came and was complained about is not missing.</param>
    public readonly void Check(ref JsonItem item, ulong seen)
    {
        if (_carrier is null)
        {
            Require(ref item, seen, 0, "carrier", "Send the carrier's code, for example ups.");
        }

        if (_number is null)
        {
            Require(ref item, seen, 1, "number", "Send the number of the bill or piece.");
        }

        if (_occurredAt is null)
        {
            Require(ref item, seen, 3, "occurredAt", $"Send when it happened, for example {IsoTime.Example}.");
        }

        if (Withdraws && Corrects is null)
        {
            Require(ref item, seen, 4, "corrects", "Name the id of the fact that is withdrawn.");
        }
    }

    /// <summary>Complains that a field is missing, unless something was complained about already.</summary>
    public static void Require(ref JsonItem item, ulong seen, int field, string name, string remedy)
    {
        if ((seen & (1UL << field)) == 0 || !item.HasComplaints)
        {
            item.Missing(name, remedy);
        }
    }
}
