using System.Globalization;

namespace Tracking.Benchmarks.Load;

/// <summary>The shipments of the benchmarks: one carrier's, numbered from 0.</summary>
internal static class Shipments
{
    public const string Carrier = "meridian-air";
    public const string Marketplace = "bazaar";
    public const string Authority = "us-cbp";

    /// <summary>Digits of a number after its prefix.</summary>
    public const int Digits = 9;

    /// <summary>Before the digits.</summary>
    public const string Prefix = "1ZG";

    /// <summary>The account whose shipments stand first where a journal is seeded with one of many.</summary>
    public const string LargeAccount = "seller-90001";

    /// <summary>Under way when scans are measured.</summary>
    public const int UnderWay = 100_000;

    public static string Number(long index) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{index:d9}");
}
