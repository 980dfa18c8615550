using System.Collections.Frozen;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Epcis;

/// <summary>The core business vocabulary (CBV 2.0): its words, and what they mean for a parcel.</summary>
internal static class Vocabulary
{
    /// <summary>Business steps and the status that each reports; null where a step moves none.</summary>
    private static readonly FrozenDictionary<string, TransportStatus?> Steps = new Dictionary<string, TransportStatus?>
    {
        ["commissioning"] = TransportStatus.Announced,
        ["encoding"] = TransportStatus.Announced,
        ["packing"] = TransportStatus.Announced,
        ["picking"] = TransportStatus.Announced,
        ["reserving"] = TransportStatus.Announced,
        ["staging_outbound"] = TransportStatus.Announced,
        ["accepting"] = TransportStatus.AcceptedInducted,
        ["collecting"] = TransportStatus.AcceptedPickedUp,
        ["shipping"] = TransportStatus.AcceptedPickedUp,
        ["consigning"] = TransportStatus.InTransit,
        ["transporting"] = TransportStatus.InTransit,
        ["departing"] = TransportStatus.InTransitDeparted,
        ["arriving"] = TransportStatus.InTransitArrived,
        ["receiving"] = TransportStatus.InTransitArrived,
        ["storing"] = TransportStatus.InTransitArrived,
        ["loading"] = TransportStatus.InTransitLoaded,
        ["unloading"] = TransportStatus.InTransitUnloaded,
        ["holding"] = TransportStatus.InTransitDelayed,
        ["destroying"] = TransportStatus.Destroyed,

        // Whether an inspection is customs' own only the place could tell; a tag that is killed says nothing of the parcel.
        ["inspecting"] = null,
        ["sampling"] = null,
        ["entering_exiting"] = null,
        ["killing"] = null,
        ["void_shipping"] = null,
        ["assembling"] = null,
        ["creating_class_instance"] = null,
        ["cycle_counting"] = null,
        ["decommissioning"] = null,
        ["disassembling"] = null,
        ["dispensing"] = null,
        ["installing"] = null,
        ["other"] = null,
        ["removing"] = null,
        ["repackaging"] = null,
        ["repairing"] = null,
        ["replacing"] = null,
        ["retail_selling"] = null,
        ["sensor_reporting"] = null,
        ["stock_taking"] = null,
        ["stocking"] = null,
        ["unpacking"] = null,
    }.ToFrozenDictionary();

    /// <summary>Dispositions that say more than the step; null for all others of the vocabulary.</summary>
    private static readonly FrozenDictionary<string, TransportStatus?> States = new Dictionary<string, TransportStatus?>
    {
        ["damaged"] = TransportStatus.ExceptionDamaged,
        ["stolen"] = TransportStatus.ExceptionLost,
        ["destroyed"] = TransportStatus.Destroyed,
        ["disposed"] = TransportStatus.Destroyed,
        ["returned"] = TransportStatus.Returned,
        ["recalled"] = TransportStatus.Exception,
        ["non_conformant"] = TransportStatus.Exception,
        ["non_sellable_other"] = TransportStatus.Exception,
        ["mismatch_class"] = TransportStatus.Exception,
        ["mismatch_instance"] = TransportStatus.Exception,
        ["mismatch_quantity"] = TransportStatus.ExceptionPartial,
        ["in_transit"] = null,
        ["active"] = null,
        ["available"] = null,
        ["completeness_inferred"] = null,
        ["completeness_verified"] = null,
        ["conformant"] = null,
        ["container_closed"] = null,
        ["container_open"] = null,
        ["dispensed"] = null,
        ["encoded"] = null,
        ["expired"] = null,
        ["in_progress"] = null,
        ["inactive"] = null,
        ["needs_replacement"] = null,
        ["no_pedigree_match"] = null,
        ["partially_dispensed"] = null,
        ["reserved"] = null,
        ["retail_sold"] = null,
        ["sellable_accessible"] = null,
        ["sellable_not_accessible"] = null,
        ["unavailable"] = null,
        ["unknown"] = null,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<TransportStatus, (string Step, string? State)> Written = new Dictionary<TransportStatus, (string, string?)>
    {
        [TransportStatus.Announced] = ("staging_outbound", null),
        [TransportStatus.Accepted] = ("accepting", null),
        [TransportStatus.AcceptedInducted] = ("accepting", null),
        [TransportStatus.AcceptedPickedUp] = ("collecting", null),
        [TransportStatus.InTransit] = ("transporting", "in_transit"),
        [TransportStatus.InTransitDeparted] = ("departing", "in_transit"),
        [TransportStatus.InTransitArrived] = ("arriving", "in_progress"),
        [TransportStatus.InTransitSorted] = ("transporting", "in_progress"),
        [TransportStatus.InTransitLoaded] = ("loading", "in_progress"),
        [TransportStatus.InTransitUnloaded] = ("unloading", "in_progress"),
        [TransportStatus.InTransitHandedOver] = ("transporting", "in_transit"),
        [TransportStatus.InTransitDelayed] = ("holding", "in_progress"),
        [TransportStatus.OutForDelivery] = ("transporting", "in_transit"),
        [TransportStatus.Destroyed] = ("destroying", "destroyed"),
        [TransportStatus.Returned] = ("receiving", "returned"),
        [TransportStatus.ExceptionDamaged] = ("other", "damaged"),
    }.ToFrozenDictionary();

    public static bool IsStep(string word) => Steps.ContainsKey(word);

    public static bool IsState(string word) => States.ContainsKey(word);

    /// <summary>A word of the vocabulary without the beginning of its URN or web address; anything else as it is.</summary>
    public static string Short(string word)
    {
        foreach (var beginning in (ReadOnlySpan<string>)["urn:epcglobal:cbv:bizstep:", "urn:epcglobal:cbv:disp:", "urn:epcglobal:cbv:er:"])
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return word[beginning.Length..];
            }
        }

        foreach (var beginning in (ReadOnlySpan<string>)["BizStep-", "Disp-", "ER-"])
        {
            var at = word.IndexOf("/cbv/" + beginning, StringComparison.Ordinal);
            if (at > 0)
            {
                return word[(at + 5 + beginning.Length)..];
            }
        }

        return word;
    }

    /// <summary>The status that step and disposition report together; no news where both move none.</summary>
    /// <param name="step">The step, short; null where there is none.</param>
    /// <param name="state">The disposition, short; null where there is none.</param>
    /// <param name="unmapped">A word that the vocabulary has not; null where it has both.</param>
    public static TransportStatus StatusOf(string? step, string? state, out string? unmapped)
    {
        TransportStatus? byStep = null;
        TransportStatus? byState = null;
        unmapped = step is not null && !Steps.TryGetValue(step, out byStep) ? step
            : state is not null && !States.TryGetValue(state, out byState) ? state
            : null;
        if (byState is { } said)
        {
            return said;
        }

        return step == "shipping" && state == "in_transit" ? TransportStatus.InTransitDeparted
            : byStep ?? (state == "in_transit" && step is null ? TransportStatus.InTransit : TransportStatus.NoNews);
    }

    /// <summary>Step and disposition for a status: the nearest, since the vocabulary has fewer words.</summary>
    public static (string Step, string? State) Words(TransportStatus status) =>
        Written.TryGetValue(status, out var words) ? words
        : status.Main() switch
        {
            TransportStatus.Delivered => ("receiving", "in_progress"),
            TransportStatus.Returning => ("transporting", "in_transit"),
            TransportStatus.AvailableForCollection => ("storing", "available"),
            _ => ("other", null),
        };
}
