namespace Tracking.Simulator.Goods;

/// <summary>Something that is sold.</summary>
/// <param name="Description">As a manifest describes it.</param>
/// <param name="HsCode">HS code of six digits.</param>
/// <param name="Price">What the genuine article costs, in US dollars.</param>
/// <param name="WeightKg">Weight of one.</param>
/// <param name="CopyWeight">How often it is counterfeited, relative to the others.</param>
internal sealed record Product(string Description, string HsCode, decimal Price, decimal WeightKg, double CopyWeight);
