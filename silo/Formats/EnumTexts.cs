using System.Text;
using System.Text.Json;
using Tracking.Formats.Json;

namespace Tracking.Formats;

/// <summary>The texts of enumerations outside the product: the names in kebab case, for example <c>in-transit-departed</c>.</summary>
public static class EnumTexts
{
    /// <summary>All texts of an enumeration, in the order of its values.</summary>
    /// <typeparam name="T">An enumeration.</typeparam>
    public static IReadOnlyList<string> All<T>()
        where T : struct, Enum => Of<T>.Names.Names;

    /// <summary>All texts of an enumeration as one part of a sentence, separated by commas.</summary>
    /// <typeparam name="T">An enumeration.</typeparam>
    public static string Permitted<T>()
        where T : struct, Enum => Of<T>.Names.Listed;

    /// <summary>The text of a value.</summary>
    /// <typeparam name="T">An enumeration.</typeparam>
    /// <param name="value">A defined value.</param>
    public static string ToText<T>(T value)
        where T : struct, Enum => Of<T>.Texts[value];

    /// <summary>The value of a text in UTF-8.</summary>
    /// <typeparam name="T">An enumeration.</typeparam>
    /// <param name="utf8">The text, exactly as <see cref="All"/> lists it.</param>
    /// <param name="value">The value; default where there is none.</param>
    public static bool TryParse<T>(ReadOnlySpan<byte> utf8, out T value)
        where T : struct, Enum
    {
        var index = Of<T>.Names.Find(utf8);
        value = index < 0 ? default : Of<T>.Values[index];
        return index >= 0;
    }

    /// <summary>The value of a text.</summary>
    /// <typeparam name="T">An enumeration.</typeparam>
    /// <param name="text">The text, exactly as <see cref="All"/> lists it.</param>
    /// <param name="value">The value; default where there is none.</param>
    public static bool TryParse<T>(string? text, out T value)
        where T : struct, Enum
    {
        value = default;
        return text is { Length: <= 64 } && TryParse(Encoding.UTF8.GetBytes(text), out value);
    }

    private static class Of<T>
        where T : struct, Enum
    {
        public static readonly T[] Values = Enum.GetValues<T>();
        public static readonly NameTable Names = new([.. Values.Select(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()))]);
        public static readonly Dictionary<T, string> Texts = Values.Zip(Names.Names).ToDictionary(p => p.First, p => p.Second);
    }
}
