namespace Tracking.Contracts.Identifiers;

/// <summary>A seller as a marketplace knows him: the marketplace's code and the account there.</summary>
/// <remarks>
/// The marketplace is a lower-case code of 1 to 32 characters (<c>a-z 0-9 -</c>); the account is kept as given,
/// 1 to 64 printable characters without white space or slash.
/// </remarks>
[GenerateSerializer, Immutable, Alias("tracking.seller-key.v1")]
public readonly record struct SellerKey
{
    /// <summary>The longest account name.</summary>
    public const int LongestAccount = 64;

    /// <summary>The marketplace's code, lower case.</summary>
    [Id(0)] public string Marketplace { get; private init; }

    /// <summary>The seller's account at the marketplace.</summary>
    [Id(1)] public string Account { get; private init; }

    /// <summary>Normalises and checks the two parts.</summary>
    /// <param name="marketplace">The marketplace's code in any case.</param>
    /// <param name="account">The account, kept as given.</param>
    /// <param name="result">The key; default when it is refused.</param>
    /// <returns>Whether both parts have a permitted form.</returns>
    public static bool TryCreate(string? marketplace, string? account, out SellerKey result)
    {
        result = default;
        var code = ShipmentNumber.NormaliseCarrier(marketplace);
        if (code is null || account is not { Length: > 0 and <= LongestAccount } || !account.All(c => c is > ' ' and <= '~' and not '/'))
        {
            return false;
        }

        result = new SellerKey { Marketplace = code, Account = account };
        return true;
    }

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    /// <param name="key">Marketplace, slash, account.</param>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static SellerKey Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TryCreate(key[..slash], key[(slash + 1)..], out var result)
            ? result
            : throw new FormatException($"'{key}' is not marketplace/account.");
    }

    /// <summary>Marketplace, slash, account: the key of the seller's grain.</summary>
    public override string ToString() => $"{Marketplace}/{Account}";
}
