using System.Globalization;
using AnyAscii;
using PhoneNumbers;

namespace Tracking.Domain.Identity;

/// <summary>Marks in the form in which two of them that mean the same are equal.</summary>
public static class NormalMark
{
    private const int ShortestCode = 4;

    private static readonly HashSet<string> IgnoringTags = new(StringComparer.Ordinal)
        { "gmail.com", "outlook.com", "hotmail.com", "live.com", "msn.com", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "pm.me", "fastmail.com", "yandex.ru", "yandex.com", "zoho.com" };

    private static readonly Dictionary<string, string> SameProvider = new(StringComparer.Ordinal)
    { ["googlemail.com"] = "gmail.com", ["me.com"] = "icloud.com", ["mac.com"] = "icloud.com", ["protonmail.com"] = "proton.me", ["pm.me"] = "proton.me", ["ya.ru"] = "yandex.ru", ["yandex.com"] = "yandex.ru" };

    private static readonly Dictionary<string, string> AddressWords = new(StringComparer.Ordinal)
    {
        ["st"] = "street",
        ["str"] = "street",
        ["strasse"] = "street",
        ["rd"] = "road",
        ["ave"] = "avenue",
        ["av"] = "avenue",
        ["blvd"] = "boulevard",
        ["ln"] = "lane",
        ["dr"] = "drive",
        ["sq"] = "square",
        ["bldg"] = "building",
        ["bld"] = "building",
        ["blg"] = "building",
        ["rm"] = "room",
        ["apt"] = "room",
        ["flat"] = "room",
        ["unit"] = "room",
        ["ste"] = "room",
        ["suite"] = "room",
        ["fl"] = "floor",
        ["dist"] = "district",
        ["prov"] = "province",
        ["no"] = "",
        ["nr"] = "",
        ["number"] = "",
        ["the"] = "",
        ["of"] = "",
        ["lu"] = "road",
        ["jie"] = "street",
        ["hao"] = "",
        ["shi"] = "",
    };

    /// <summary>The normal form of a mark; null where it is none of its kind.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="text">As it was given.</param>
    /// <param name="country">For a telephone number without country code: the country, as two letters; null where it is not known.</param>
    public static string? Of(MarkKind kind, string text, string? country = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return kind switch
        {
            MarkKind.Phone => Phone(text, country),
            MarkKind.Email => Email(text),
            MarkKind.Address => Address(text),
            // Addresses of networks are understood where they come in.
            MarkKind.Network => text.Trim() is { Length: > 0 } network ? network : null,
            _ => Code(text),
        };
    }

    private static string? Phone(string text, string? country)
    {
        try
        {
            var phones = PhoneNumberUtil.GetInstance();
            var number = phones.Parse(text, country?.ToUpperInvariant());
            return phones.IsPossibleNumber(number) ? phones.Format(number, PhoneNumberFormat.E164) : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    private static string? Email(string text)
    {
        var trimmed = text.Trim().ToLowerInvariant();
        var at = trimmed.LastIndexOf('@');
        if (at <= 0 || at == trimmed.Length - 1 || trimmed.Any(char.IsWhiteSpace) || Domain(trimmed[(at + 1)..]) is not { } given)
        {
            return null;
        }

        var (local, domain) = (trimmed[..at], SameProvider.GetValueOrDefault(given, given));
        if (IgnoringTags.Contains(domain))
        {
            local = Before(local, '+');
        }
        else if (domain.StartsWith("yahoo.", StringComparison.Ordinal))
        {
            local = Before(local, '-');
        }

        local = domain == "gmail.com" ? local.Replace(".", "", StringComparison.Ordinal) : local;
        return local.Length == 0 ? null : $"{local}@{domain}";
    }

    private static string? Domain(string domain)
    {
        try
        {
            var ascii = new IdnMapping().GetAscii(domain.TrimEnd('.'));
            return ascii.Contains('.', StringComparison.Ordinal) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string Before(string text, char mark) => text.IndexOf(mark, StringComparison.Ordinal) is var at and > 0 ? text[..at] : text;

    private static string? Address(string text)
    {
        var words = new string([.. text.Transliterate().Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => AddressWords.GetValueOrDefault(word, word))
            .Where(word => word.Length > 0)
            .Order(StringComparer.Ordinal)
            .ToList();

        // A city alone is no address: everybody there would have it.
        return words.Count > 1 && words.Any(word => word.Any(char.IsAsciiDigit)) ? string.Join(' ', words) : null;
    }

    private static string? Code(string text)
    {
        var code = new string([.. text.Where(char.IsLetterOrDigit)]).ToUpperInvariant();
        return code.Length >= ShortestCode ? code : null;
    }
}
