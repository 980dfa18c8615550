namespace Tracking.Benchmarks.Seeding;

/// <summary>What a journal has in it before a scenario begins.</summary>
/// <param name="Shipments">How many shipments are under way, each with its dispatch and its first scan.</param>
/// <param name="Released">Whether customs has released them: the belt is told 'go'.</param>
/// <param name="OfOneSeller">How many of them, the first ones, one large seller sold; the rest is spread over 3,000, a few of them hot.</param>
internal sealed record SeedShape(int Shipments, bool Released = false, int OfOneSeller = 0);
