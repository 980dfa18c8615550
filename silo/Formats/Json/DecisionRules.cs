using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;

namespace Tracking.Formats.Json;

/// <summary>What must go together in a decision. Whether it fits the shipment's history is not looked at here.</summary>
internal static class DecisionRules
{
    public static void Check(ref JsonItem item, in CommonFields common, in DecisionJson.Own own)
    {
        if (!common.Withdraws)
        {
            Needs(ref item, own);
        }

        Fits(ref item, own);
        CarriersOwn(ref item, common.Carrier, own);
    }

    /// <summary>What a kind of decision cannot do without.</summary>
    private static void Needs(ref JsonItem item, in DecisionJson.Own own)
    {
        var kind = EnumTexts.ToText(own.Kind);
        switch (own.Kind)
        {
            case DecisionKind.HoldPlaced or DecisionKind.ExamOrdered when own.Hold is null:
                item.ComplainAt("hold", $"is missing, which {kind} needs", "Send hold with its kind, and legalBasis, reason and reference as far as there are any.");
                break;
            case DecisionKind.HoldPlaced or DecisionKind.ExamOrdered when own.Hold!.Kind is null:
                item.ComplainAt("kind", $"is missing, which {kind} needs", $"Send one of {EnumTexts.Permitted<HoldKind>()}.", within: "hold");
                break;
            case DecisionKind.RequestPlaced when own.Hold is null:
                item.ComplainAt("hold", $"is missing, which {kind} needs", "Send hold with the reference and reason of the request; its kind may be left out.");
                break;
            case DecisionKind.PermitGiven when own.Permits is null:
                item.ComplainAt("permits", $"is missing, which {kind} needs", $"Send the purpose that it opens: {EnumTexts.Permitted<ClearancePurpose>()}.");
                break;
            case DecisionKind.Deleted when own.Deletes is null:
                item.ComplainAt("deletes", $"is missing, which {kind} needs", "Send the id of the decision that is deleted.");
                break;
        }
    }

    /// <summary>What means nothing beside the kind or beside each other.</summary>
    private static void Fits(ref JsonItem item, in DecisionJson.Own own)
    {
        var kind = EnumTexts.ToText(own.Kind);
        if (own.Permits is not null && own.Kind != DecisionKind.PermitGiven)
        {
            item.ComplainAt("permits", $"means nothing in {kind}", "Leave it out, or send permit-given.");
        }

        if (own.Deletes is not null && own.Kind != DecisionKind.Deleted)
        {
            item.ComplainAt("deletes", $"means nothing in {kind}", "Leave it out, or send deleted.");
        }

        if (own.PieceCount is { } count && !own.Pieces.IsEmpty && count != own.Pieces.Length)
        {
            item.ComplainAt("pieceCount", $"is {count}, but {own.Pieces.Length} pieces are named", "Name the pieces or send their number.");
        }
    }

    /// <summary>A carrier's own hold is never confused with customs.</summary>
    private static void CarriersOwn(ref JsonItem item, string carrier, in DecisionJson.Own own)
    {
        if (own.Hold?.Kind is not { } kind || kind == HoldKind.Carrier == (own.Authority == carrier))
        {
            return;
        }

        if (kind == HoldKind.Carrier)
        {
            item.ComplainAt("authority", $"is {own.Authority}, but a hold of kind carrier is placed and lifted by the carrier", $"Send {carrier} as authority, or another kind.");
        }
        else
        {
            item.ComplainAt("kind", $"is {EnumTexts.ToText(kind)}, but a carrier's own hold has the kind carrier", "Send carrier, or the authority that decided.", within: "hold");
        }
    }
}
