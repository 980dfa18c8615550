using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Dashboard.Live;
using Tracking.Dashboard.Officers;

namespace Tracking.Dashboard.TypeScript;

/// <summary>
/// Writes the page's message types from the contracts, as <see cref="PageJson"/> puts them on the wire. The result is
/// checked in; a test fails when it is out of date.
/// </summary>
internal sealed class MessageTypes
{
    // What the page receives; every type that these mention follows.
    private static readonly Type[] Roots =
    [
        typeof(Overview), typeof(ShipmentPage), typeof(HoldPage), typeof(ShipmentView), typeof(SellerView), typeof(LiveFrame),
    ];

    private readonly NullabilityInfoContext _nullability = new();
    private readonly SortedDictionary<string, string> _declarations = new(StringComparer.Ordinal);

    private MessageTypes()
    {
    }

    /// <summary>The text of <c>messages.ts</c>.</summary>
    public static string Generate()
    {
        var types = new MessageTypes();
        foreach (var root in Roots)
        {
            types.Declare(root);
        }

        var text = new StringBuilder()
            .Append("// Generated from grains/Contracts by client-dashboard/TypeScript; changes here are lost.\n\n")
            .Append("/** An instant as ISO 8601 with its offset. */\nexport type Instant = string;\n");
        foreach (var declaration in types._declarations.Values)
        {
            text.Append('\n').Append(declaration);
        }

        text.Append("\n/** The main transport statuses, in the order of a journey. */\n")
            .Append(Words("mainTransportStatuses", Enum.GetValues<TransportStatus>().Where(status => status == status.Main()).Select(status => status.ToString())))
            .Append("\n/** Every headline that a change may carry. */\n")
            .Append(Words("headlines", Headlines.All.Distinct(), kebab: false))
            .Append("export type Headline = (typeof headlines)[number];\n")
            .Append("\n/** The most shipments that one connection may watch. */\n")
            .Append($"export const mostWatched = {WatchedShipments.MostPerConnection};\n");
        return text.ToString();
    }

    private void Declare(Type type)
    {
        if (_declarations.ContainsKey(type.Name))
        {
            return;
        }

        _declarations[type.Name] = "";
        _declarations[type.Name] = type switch
        {
            { IsEnum: true } => DeclareEnum(type),
            _ when type == typeof(Fact) => DeclareFact(),
            _ => DeclareRecord(type),
        };
    }

    private static string DeclareEnum(Type type)
    {
        var constant = char.ToLowerInvariant(type.Name[0]) + type.Name[1..] + "Words";
        return Words(constant, Enum.GetNames(type)) + $"export type {type.Name} = (typeof {constant})[number];\n";
    }

    private static string Words(string constant, IEnumerable<string> names, bool kebab = true) =>
        $"export const {constant} = [\n"
        + string.Concat(names.Select(name => $"  '{(kebab ? JsonNamingPolicy.KebabCaseLower.ConvertName(name) : name)}',\n"))
        + "] as const;\n";

    private string DeclareFact()
    {
        foreach (var type in PageJson.FactTypes.Keys)
        {
            Declare(type);
        }

        return $"export type Fact = {string.Join(" | ", PageJson.FactTypes.Keys.Select(type => type.Name))};\n";
    }

    private string DeclareRecord(Type type)
    {
        var text = new StringBuilder($"export interface {type.Name} {{\n");
        if (PageJson.FactTypes.TryGetValue(type, out var name))
        {
            text.Append($"  readonly {PageJson.FactType}: '{name}';\n");
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.GetCustomAttribute<JsonIgnoreAttribute>() is null))
        {
            text.Append($"  readonly {JsonNamingPolicy.CamelCase.ConvertName(property.Name)}: {NameOf(property)};\n");
        }

        return text.Append("}\n").ToString();
    }

    private string NameOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType);
        var nullable = type is not null || _nullability.Create(property).ReadState == NullabilityState.Nullable;
        return NameOf(type ?? property.PropertyType) + (nullable ? " | null" : "");
    }

    private string NameOf(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return $"readonly {NameOf(type.GenericTypeArguments[0])}[]";
        }

        if (type == typeof(DateTimeOffset) || type == typeof(ReportedTime))
        {
            return "Instant";
        }

        switch (Type.GetTypeCode(type))
        {
            case TypeCode.String:
                return "string";
            case TypeCode.Boolean:
                return "boolean";
            case TypeCode.Int16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.Double or TypeCode.Decimal when !type.IsEnum:
                return "number";
            default:
                Declare(type);
                return type.Name;
        }
    }
}
