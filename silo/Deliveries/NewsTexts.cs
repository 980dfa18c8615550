using Tracking.Domain.Deliveries;
using Tracking.Formats;

namespace Tracking.Silo.Deliveries;

/// <summary>Kinds of messages as partners read them: <c>hold.placed</c>.</summary>
internal static class NewsTexts
{
    /// <summary>The kind of a test call.</summary>
    public const string Ping = "ping";

    /// <summary>All, as one part of a sentence.</summary>
    public static string Permitted { get; } = string.Join(", ", Enum.GetValues<NewsKind>().Select(Of));

    public static string Of(NewsKind kind) => EnumTexts.ToText(kind).Replace('-', '.');

    public static bool TryParse(string? text, out NewsKind kind) => EnumTexts.TryParse(text?.Replace('.', '-'), out kind);
}
