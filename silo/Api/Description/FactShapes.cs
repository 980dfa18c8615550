using Microsoft.OpenApi;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Json;

namespace Tracking.Silo.Api.Description;

/// <summary>The facts as the description shows them. A test holds that they have the fields that their readers know.</summary>
internal static class FactShapes
{
    public static OpenApiSchema Of(FactReader reader) => reader switch
    {
        ScanJson => Scan(),
        ManifestJson => Manifest(),
        DispatchJson => Dispatch(),
        _ => Decision(),
    };

    public static string ExampleOf(FactReader reader) => reader switch
    {
        ScanJson => """{"carrier":"ups","number":"1Z999AA10123456784","id":"e-77","occurredAt":"2026-03-01T14:05:00-06:00","status":"in-transit-departed","code":"DP","text":"Departed from facility","place":{"locode":"USMEM"},"weightKg":1.25}""",
        ManifestJson => """{"carrier":"ups","number":"1Z999AA10123456784","id":"m-1","occurredAt":"2026-03-01T09:00:00+08:00","pieces":["1Z999AA10123456784"],"parties":[{"role":"consignee","name":"A. Person","country":"US"}],"origin":{"locode":"CNSZX"},"destination":{"postalCode":"10001","country":"US"},"goods":[{"description":"Wrist watches","hsCode":"910211","brand":"Acme","value":120,"currency":"USD","quantity":2,"weightKg":0.4}],"masterBill":"406-12345675","conveyance":"5X61","portOfEntry":"2095","expectedArrival":"2026-03-02T04:00:00-06:00"}""",
        DispatchJson => """{"marketplace":"olist","account":"s-9","carrier":"correios","number":"BR123","id":"d-1","occurredAt":"2026-03-01T09:00:00-03:00","order":"o-1","listing":"l-1","goods":[{"description":"Bag","brand":"Acme","value":99.9,"currency":"BRL"}]}""",
        _ => """{"authority":"us-cbp","territory":"US","kind":"hold-placed","carrier":"ups","number":"1Z999AA10123456784","id":"1H-20260302-1","occurredAt":"2026-03-02T05:00:00-06:00","hold":{"kind":"ipr-detention","legalBasis":"19 CFR 133.21","reason":"Suspected counterfeit mark","reference":"H-1","port":"2095"}}""",
    };

    private static OpenApiSchema Scan() => With(
        "What a carrier reports of a bill or a piece. Its source is the carrier.",
        ("status!", Shape.OneOf<TransportStatus>("The status that it reports; may be left out where withdraws is true.")),
        ("code", Shape.Text("The carrier's own code.", Limits.Code)),
        ("text", Shape.Text("The carrier's own text.", Limits.Text)),
        ("place", Place("Where it happened.")),
        ("pieces", Shape.Whole("How many pieces it concerns.", 1, Limits.Count)),
        ("weightKg", Shape.Amount("Gross weight in kilograms.")),
        ("container", Shape.Text("Container, bag or pallet that it was in.", Limits.Transport)),
        ("masterBill", Shape.Text("Master bill that it travelled under.", Limits.Transport)),
        ("customs", Shape.OneOf<CustomsReport>("What the carrier says of customs. Moves no customs status and lifts no hold of an authority.")),
        ("packedInto", Shape.Text("Number of the box (bag, pallet, container, master bill) of the same carrier that it was put into: it is held with the box from then on.", ShipmentNumber.LongestNumber)),
        ("takenOutOf", Shape.Text("Number of the box that it was taken out of; a scan names one of the two.", ShipmentNumber.LongestNumber)));

    private static OpenApiSchema Manifest() => With(
        "Advance data of a bill. Its source is the carrier.",
        ("pieces", Pieces("Numbers of its pieces; each is linked to the bill.")),
        ("pieceCount", Shape.Whole("How many pieces there are, where not all are numbered.", 1, Limits.Count)),
        ("parties", Shape.List("Parties by role.", Party(), Limits.Parties)),
        ("origin", Place("Where it comes from.")),
        ("destination", Place("Where it goes.")),
        ("goods", Shape.List("Goods.", Goods(), Limits.Goods)),
        ("masterBill", Shape.Text("Master bill.", Limits.Transport)),
        ("conveyance", Shape.Text("Flight or vessel.", Limits.Transport)),
        ("portOfEntry", Shape.Text("Port of entry: the authority's own code, or a UN/LOCODE.", Limits.Port)),
        ("expectedArrival", Shape.Time("When it is expected there.")));

    private static OpenApiSchema Dispatch() => With(
        "What a marketplace knows: who sold what. Its source is the marketplace.",
        ("marketplace!", Code("The marketplace's code.")),
        ("account!", Shape.Text("The seller's account there: printable ASCII without blank or slash.", SellerKey.LongestAccount)),
        ("order", Shape.Text("Order at the marketplace.", Limits.Id)),
        ("listing", Shape.Text("Listing that was sold.", Limits.Id)),
        ("goods", Shape.List("Goods with brand and price.", Goods(), Limits.Goods)));

    private static OpenApiSchema Decision() => With(
        "What an authority decided about a bill or piece, or a carrier about its own hold. Its source is the authority. id is required.",
        ("authority!", Code("The authority's code; for a carrier's own hold the carrier's.")),
        ("territory!", Shape.Text("Country by ISO 3166-1 alpha-2, or EU.", 2, "US")),
        ("procedure", Shape.OneOf<CustomsProcedure>("Procedure; import unless said.")),
        ("kind!", Shape.OneOf<DecisionKind>("What was decided. hold-placed, exam-ordered and request-placed need hold, permit-given needs permits, deleted needs deletes.")),
        ("sequence", Shape.Whole("The authority's number of its message, if it numbers messages; orders them whatever their times say.", 0, Limits.Sequence)),
        ("pieces", Pieces("Named pieces that it concerns; none: the whole number.")),
        ("pieceCount", Shape.Whole("For a release of some unnamed pieces: how many.", 1, Limits.Count)),
        ("hold", Hold()),
        ("permits", Shape.OneOf<ClearancePurpose>("For permit-given: the purpose that it opens.")),
        ("deletes", Shape.Text("For deleted: the id of the decision that is deleted.", Limits.Id)),
        ("code", Shape.Text("The authority's own code.", Limits.Code, "1H")),
        ("text", Shape.Text("The authority's own text.", Limits.Text)),
        ("anchors", Shape.List("What has happened for the clocks of the hold that it places or names by its reference; without a reference, for all holds that the authority has on the number.", Anchor(), Limits.Anchors)));

    private static OpenApiSchema Anchor() => Shape.Object(
        "What starts, meets, stops or extends legal clocks.",
        ("fact!", Shape.Text("Its name in the rule set of the hold: a-z, 0-9 and the hyphen.", ShipmentNumber.LongestCarrier, "presented")),
        ("at!", Shape.Time("When it happened.")),
        ("evidence", Shape.Text("What proves it, for example the number of a notice; the decision itself unless said.", Limits.Id)),
        ("length", Shape.Whole("For an extension: by how much, in the clock's units; what the clock allows unless said.", 1, Limits.ClockLength)));

    private static OpenApiSchema With(string description, params (string Name, OpenApiSchema Schema)[] own) => Shape.Object(
        description,
        [
            ("carrier!", Code("The carrier's code.")),
            ("number!", Shape.Text("Number of the bill or piece: A-Z, 0-9 and - . / _; spaces are dropped.", ShipmentNumber.LongestNumber)),
            ("id", Shape.Text("The source's own id of the fact. The same id with the same content is a duplicate.", Limits.Id)),
            ("occurredAt!", Shape.Time("When it happened, by the source's clock, 1970 to 2200.")),
            ("corrects", Shape.Text("The id of the fact of the same source that this one replaces.", Limits.Id)),
            ("withdraws", Shape.Truth("Whether the corrected fact is only taken back.")),
            .. own,
        ]);

    private static OpenApiSchema Place(string description) => Shape.Object(
        description + " A UN/LOCODE, or a postal code with its country, or a country.",
        ("locode", Shape.Text("UN/LOCODE.", 6, "USMEM")),
        ("postalCode", Shape.Text("Postal code.", Limits.PostalCode)),
        ("country", Shape.Text("Country by ISO 3166-1 alpha-2.", 2, "US")));

    private static OpenApiSchema Party() => Shape.Object(
        "A party.",
        ("role!", Shape.OneOf<PartyRole>("What it is to the shipment.")),
        ("name", Shape.Text("Name.", Limits.Name)),
        ("address", Shape.Text("Street, city and postal code.", Limits.Prose)),
        ("country", Shape.Text("Country by ISO 3166-1 alpha-2.", 2)),
        ("email", Shape.Text("E-mail.", Limits.Name)),
        ("phone", Shape.Text("Telephone.", Limits.Phone)),
        ("account", Shape.Text("Account with the carrier.", Limits.Label)));

    private static OpenApiSchema Goods() => Shape.Object(
        "One kind of goods.",
        ("description!", Shape.Text("What the goods are called.", Limits.Prose)),
        ("hsCode", Shape.Text("HS code, 4 to 10 digits.", 16, "910211")),
        ("brand", Shape.Text("Brand.", Limits.Label)),
        ("value", Shape.Amount("Declared value (manifest) or price (dispatch); needs currency.")),
        ("currency", Shape.Text("Currency by ISO 4217.", 3, "USD")),
        ("quantity", Shape.Whole("Number of units.", 1, Limits.Count)),
        ("weightKg", Shape.Amount("Weight in kilograms.")));

    private static OpenApiSchema Hold() => Shape.Object(
        "The hold, exam or request that is placed or removed.",
        ("kind", Shape.OneOf<HoldKind>("Kind; required in hold-placed and exam-ordered.")),
        ("legalBasis", Shape.Text("Legal basis.", Limits.Label, "19 CFR 133.21")),
        ("reason", Shape.Text("Reason in words.", Limits.Prose)),
        ("reference", Shape.Text("The authority's reference; a removal with the same reference lifts exactly that hold.", Limits.Id)),
        ("code", Shape.Text("The pair of message codes that it belongs to; removals without reference match by it.", Limits.Code, "1H/1I")),
        ("port", Shape.Text("Port or station where it applies.", Limits.Port)),
        ("reasonRestricted", Shape.Truth("Whether the reason is for authorities' eyes only.")),
        ("untilRelease", Shape.Truth("Whether a release by the same authority in the same procedure ends it.")));

    private static OpenApiSchema Code(string description) =>
        Shape.Text(description + " a-z, 0-9 and the hyphen.", ShipmentNumber.LongestCarrier);

    private static OpenApiSchema Pieces(string description) =>
        Shape.List(description, Shape.Text("Number of a piece.", ShipmentNumber.LongestNumber), Limits.Pieces);
}
