using System.Text;

namespace Tracking.Benchmarks.Baselines;

/// <summary>The baselines answer as shortly as can be in the product's words.</summary>
internal static class Taken
{
    public static IResult One { get; } = TypedResults.Text("{\"result\":\"accepted\"}", "application/json", Encoding.UTF8);

    public static IResult All(int count) => TypedResults.Text($"{{\"accepted\":{count}}}", "application/json", Encoding.UTF8);
}
