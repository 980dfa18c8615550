namespace Tracking.Simulator.Customs;

/// <summary>Who decides at a border.</summary>
/// <param name="Code">Its code as a source of facts.</param>
/// <param name="Territory">ISO 3166-1 alpha-2, or <c>EU</c>.</param>
/// <param name="NumbersMessages">Whether it numbers the messages about a bill.</param>
/// <param name="Mark">The law under which it holds copies.</param>
internal sealed record Authority(string Code, string Territory, bool NumbersMessages, string Mark)
{
    private static readonly Authority Us = new("us-cbp", "US", false, "19 CFR 133.21");
    private static readonly Authority Eu = new("eu-customs", "EU", true, "Regulation (EU) 608/2013, Article 17");
    private static readonly Authority Gb = new("gb-customs", "GB", true, "Retained Regulation 608/2013");
    private static readonly Authority Jp = new("jp-customs", "JP", false, "Customs Act, Article 69-11");

    /// <summary>The food agency at US ports, whose holds customs does not lift.</summary>
    public static Authority UsFood { get; } = new("us-fda", "US", false, "21 USC 381");

    /// <summary>Export control at the origin.</summary>
    public static Authority CnExport { get; } = new("cn-customs", "CN", false, "");

    public static Authority Of(string country) => country switch
    {
        "US" => Us,
        "GB" => Gb,
        "JP" => Jp,
        _ => Eu,
    };
}
