namespace Tracking.Domain.Identity.Names;

/// <summary>Judges from <see cref="NameComparison"/> how likely two names are names of one: a logistic regression.</summary>
public sealed class NameModel
{
    /// <summary>From this likelihood on two names count as names of one.</summary>
    public const double Threshold = 0.5;

    private const int Rounds = 1_500;
    private const double Step = 0.6;

    private readonly ImmutableArray<double> weights;

    /// <summary>The model of the product, learned from 472 labelled pairs; docs/identity.md says how good it is.</summary>
    public static NameModel Shipped { get; } = new(
    [
        0.082, -0.368, 0.027, 1.394, -0.115, -0.046, 0.661, -2.189, 0.973, 0.732, 0.779, 2.061, 0.424, -0.909, 1.134, 1.738, -0.322, -1.154, 0.896, -1.081, -1.439,
        1.892, -0.917, -0.356, -0.030, -1.395, 1.687, -1.587, 0.017, 0.977, -0.231, -0.758, 0,
    ]);

    /// <summary>A model of given weights.</summary>
    /// <param name="weights">One for each of <see cref="NameComparison.Features"/>.</param>
    /// <exception cref="ArgumentException">There are more or fewer.</exception>
    public NameModel(ImmutableArray<double> weights)
    {
        if (weights.Length != NameComparison.Features.Length)
        {
            throw new ArgumentException($"{weights.Length} weights for {NameComparison.Features.Length} features", nameof(weights));
        }

        this.weights = weights;
    }

    /// <summary>The weights.</summary>
    public ImmutableArray<double> Weights => weights;

    /// <summary>How likely two names are names of one, 0 to 1.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public double Likelihood(ComparableName left, ComparableName right) => Likelihood(NameComparison.Compare(left, right));

    /// <summary>The same from figures.</summary>
    /// <param name="features">The figures.</param>
    public double Likelihood(ReadOnlySpan<double> features) => Logistic(features, weights.AsSpan());

    /// <summary>Learns weights from labelled pairs. The same pairs give the same weights.</summary>
    /// <param name="examples">Figures of a pair, and whether its names are names of one.</param>
    /// <param name="penalty">How much large weights cost.</param>
    public static NameModel Learn(IReadOnlyList<(double[] Features, bool IsMatch)> examples, double penalty = 0.001)
    {
        ArgumentNullException.ThrowIfNull(examples);
        var weights = new double[NameComparison.Features.Length];
        var speed = new double[weights.Length];
        var gradient = new double[weights.Length];
        for (var round = 0; round < Rounds; round++)
        {
            Array.Clear(gradient);
            foreach (var (features, isMatch) in examples)
            {
                var miss = Logistic(features, weights) - (isMatch ? 1 : 0);
                for (var i = 0; i < weights.Length; i++)
                {
                    gradient[i] += miss * features[i];
                }
            }

            for (var i = 0; i < weights.Length; i++)
            {
                // Momentum: the figures go together, and plain descent would take ten times the rounds.
                speed[i] = (0.9 * speed[i]) - (Step * ((gradient[i] / Math.Max(1, examples.Count)) + (penalty * weights[i])));
                weights[i] += speed[i];
            }
        }

        return new NameModel([.. weights]);
    }

    private static double Logistic(ReadOnlySpan<double> features, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++)
        {
            sum += features[i] * weights[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
