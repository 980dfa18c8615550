namespace Tracking.Formats.Json;

/// <summary>The longest and largest that a fact may bring. Every message about a limit names the one that was hit from here.</summary>
public static class Limits
{
    /// <summary>One item (a line, an element of an array, a single object), in bytes.</summary>
    public const int ItemBytes = 256 * 1024;

    /// <summary>How deep objects and arrays may be nested.</summary>
    public const int Depth = 16;

    /// <summary>Complaints about one item; what else is wrong with it shows when these are mended.</summary>
    public const int Complaints = 20;

    /// <summary>An id of a fact, a reference, an order or a listing, in characters.</summary>
    public const int Id = 128;

    /// <summary>A carrier's or authority's own code, in characters.</summary>
    public const int Code = 32;

    /// <summary>A carrier's own text, in characters.</summary>
    public const int Text = 256;

    /// <summary>A postal code, in characters.</summary>
    public const int PostalCode = 16;

    /// <summary>A container, a master bill, a flight or vessel, in characters.</summary>
    public const int Transport = 64;

    /// <summary>A port or station, in characters.</summary>
    public const int Port = 16;

    /// <summary>A reason, a description of goods, an address, in characters.</summary>
    public const int Prose = 512;

    /// <summary>A name, an e-mail address, in characters.</summary>
    public const int Name = 256;

    /// <summary>A brand, a legal basis, an account with a carrier, in characters.</summary>
    public const int Label = 128;

    /// <summary>A telephone number, in characters.</summary>
    public const int Phone = 64;

    /// <summary>Pieces that a fact names.</summary>
    public const int Pieces = 5_000;

    /// <summary>A number of pieces or units.</summary>
    public const int Count = 1_000_000;

    /// <summary>Parties of a manifest.</summary>
    public const int Parties = 32;

    /// <summary>Goods lines of a manifest or dispatch.</summary>
    public const int Goods = 1_000;

    /// <summary>Facts for the clocks that a decision brings.</summary>
    public const int Anchors = 32;

    /// <summary>The units by which a clock is extended.</summary>
    public const int ClockLength = 1_000;

    /// <summary>A weight in kilograms or a value in its currency.</summary>
    public const long Amount = 1_000_000_000_000;

    /// <summary>Decimal places of a weight or value.</summary>
    public const int Decimals = 6;

    /// <summary>A message number: the largest whole number that every JSON reader keeps exactly.</summary>
    public const long Sequence = 9_007_199_254_740_991;
}
