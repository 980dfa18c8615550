using System.Text.Json;
using System.Text.Json.Serialization;
using Tracking.Contracts.Access;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Notices;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Formats;
using Tracking.Formats.Json;

namespace Tracking.Silo.Api;

/// <summary>How views are written: camel case, enumerations in kebab case, what is not known left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters =
    [
        typeof(FactConverter),
        typeof(KebabCase<ActorRole>),
        typeof(KebabCase<CustomsProcedure>),
        typeof(KebabCase<CustomsStatus>),
        typeof(KebabCase<DiscrepancyKind>),
        typeof(KebabCase<HoldKind>),
        typeof(KebabCase<PartyRole>),
        typeof(KebabCase<TransportStatus>),
    ])]
[JsonSerializable(typeof(ShipmentView))]
[JsonSerializable(typeof(DisclosureView))]
[JsonSerializable(typeof(DiscrepancyView))]
[JsonSerializable(typeof(SellerView))]
[JsonSerializable(typeof(CaseView))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>Writes an enumeration in kebab case.</summary>
internal sealed class KebabCase<T> : JsonConverter<T>
    where T : struct, Enum
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        EnumTexts.TryParse<T>(reader.GetString(), out var value) ? value : throw new JsonException($"Permitted are {EnumTexts.Permitted<T>()}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(EnumTexts.ToText(value));
}

/// <summary>Writes a fact on a timeline in the form in which it is handed in.</summary>
internal sealed class FactConverter : JsonConverter<Fact>
{
    public override Fact Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Facts are read by their formats.");

    public override void Write(Utf8JsonWriter writer, Fact value, JsonSerializerOptions options) => FactJson.Write(writer, value);
}
