using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Dashboard.Officers;

/// <summary>
/// How the contracts look on the wire to the page, the same over HTTP and over the live connection: camelCase names,
/// enumerations as kebab-case words, times as ISO 8601 with their offset, facts with a <c>type</c>.
/// </summary>
internal static class PageJson
{
    /// <summary>The name of the property that tells kinds of facts apart.</summary>
    public const string FactType = "type";

    /// <summary>The kinds of facts and their names.</summary>
    public static IReadOnlyDictionary<Type, string> FactTypes { get; } = new Dictionary<Type, string>
    {
        [typeof(Scan)] = "scan",
        [typeof(Manifest)] = "manifest",
        [typeof(Dispatch)] = "dispatch",
        [typeof(Decision)] = "decision",
    };

    /// <summary>The options.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { TellFactsApart } },
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower), new ReportedTimeConverter() },
        };
        options.MakeReadOnly();
        return options;
    }

    private static void TellFactsApart(JsonTypeInfo info)
    {
        if (info.Type != typeof(Fact))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = FactType };
        foreach (var (type, name) in FactTypes)
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, name));
        }
    }

    private sealed class ReportedTimeConverter : JsonConverter<ReportedTime>
    {
        public override ReportedTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ReportedTime.From(reader.GetDateTimeOffset());

        public override void Write(Utf8JsonWriter writer, ReportedTime value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToDateTimeOffset());
    }
}
