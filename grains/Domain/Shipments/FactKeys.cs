using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments;

/// <summary>
/// What makes a fact the same as another. With an id: source and id; the content tells a duplicate from a contradiction.
/// Without: source, number, code, time and place. Both as hashes, so that a grain can remember thousands in few bytes.
/// </summary>
public static class FactKeys
{
    /// <summary>The key of a fact with an id.</summary>
    /// <param name="source">The source.</param>
    /// <param name="id">The source's id, or the one that <see cref="IdOf"/> made.</param>
    public static UInt128 OfId(string source, string id) => Hash("i", source, id);

    /// <summary>
    /// The key that a fact is known under. A correction that shares the id of what it corrects is told from it by its content.
    /// </summary>
    /// <param name="fact">The fact.</param>
    public static UInt128 Of(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Id is not null && fact.Corrects == fact.Id
            ? Hash("c", fact.Source, fact.Id, Content(fact).ToString("x8", CultureInfo.InvariantCulture))
            : OfId(fact.Source, IdOf(fact));
    }

    /// <summary>
    /// The id by which its source names the fact: its own, or one made of what it says. Either is good for that source
    /// alone: nobody corrects or deletes another's fact.
    /// </summary>
    /// <param name="fact">The fact.</param>
    public static string IdOf(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.Id ?? Text(WithoutId(fact));
    }

    /// <summary>A key as text, 32 hexadecimal digits.</summary>
    /// <param name="key">The key.</param>
    public static string Text(UInt128 key) => key.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>A hash of what the fact says: the same content has the same hash. Not of who handed it in, nor when.</summary>
    /// <param name="fact">The fact.</param>
    public static uint Content(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var text = new TextBuffer(stackalloc char[512]);
        FactText.Write(ref text, fact);
        var hash = XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.Text));
        text.Dispose();
        return (uint)(hash ^ (hash >> 32));
    }

    private static UInt128 WithoutId(Fact fact)
    {
        var time = fact.OccurredAt.Microseconds.ToString(CultureInfo.InvariantCulture);
        if (fact.Corrects is not null)
        {
            // Most corrections repeat time, code and place of what they correct: only the whole content tells them apart.
            return Hash("c", fact.Source, fact.Corrects, Content(fact).ToString("x8", CultureInfo.InvariantCulture));
        }

        return fact switch
        {
            Scan { Packing: { } packing } scan => Hash(
                "p", scan.Source, scan.Number.ToString(), ((byte)scan.Status).ToString(CultureInfo.InvariantCulture), scan.Code ?? "", time, scan.Place?.ToString() ?? "", packing.Box, packing.Out ? "o" : "i"),
            Scan scan => Hash("s", scan.Source, scan.Number.ToString(), ((byte)scan.Status).ToString(CultureInfo.InvariantCulture), scan.Code ?? "", time, scan.Place?.ToString() ?? ""),
            Manifest manifest => Hash("m", manifest.Source, manifest.Number.ToString(), time),
            Dispatch dispatch => Hash("d", dispatch.Source, dispatch.Number.ToString(), dispatch.Seller.ToString(), time),
            Decision decision => Hash(
                "e",
                decision.Source,
                decision.Number.ToString(),
                decision.Kind.ToString(),
                decision.Territory,
                decision.Procedure.ToString(),
                decision.Hold?.Reference ?? decision.Hold?.Code ?? "",
                time,
                decision.Hold?.Port ?? "",
                decision.Deletes ?? "",
                string.Join('/', decision.Pieces)),
            _ => throw new ArgumentOutOfRangeException(nameof(fact), fact.GetType().Name, "Facts are scans, manifests, dispatches and decisions."),
        };
    }

    private static UInt128 Hash(params ReadOnlySpan<string> parts)
    {
        var text = new TextBuffer(stackalloc char[256]);
        foreach (var part in parts)
        {
            // The separator cannot occur in a part: control characters are refused at the door.
            text.Append(part);
            text.Append('\0');
        }

        var hash = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text.Text));
        text.Dispose();
        return hash;
    }
}
