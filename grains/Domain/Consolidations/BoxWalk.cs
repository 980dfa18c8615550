using Tracking.Contracts.Consolidations;

namespace Tracking.Domain.Consolidations;

/// <summary>
/// The way outwards from a parcel through the boxes that it was in, each asked once for the latest time that the parcel was
/// inside: of nested boxes only the time counts that they share. Circles end by themselves, for no time grows on the way.
/// </summary>
public sealed class BoxWalk
{
    /// <summary>How many boxes deep a parcel is followed.</summary>
    public const int Deepest = 8;

    /// <summary>How many boxes are asked for one answer at most.</summary>
    public const int MostBoxes = 64;

    private readonly Queue<Step> waiting = new();
    private readonly Dictionary<string, (long Until, int Depth)> known = new(StringComparer.Ordinal);
    private int asked;

    /// <summary>Begins at a parcel.</summary>
    /// <param name="stays">Its stays.</param>
    /// <param name="piece">The piece that is asked about; null for all of the bill.</param>
    public BoxWalk(ImmutableArray<BoxStay> stays, string? piece)
    {
        foreach (var stay in stays)
        {
            // What was packed under the bill's number was all of it.
            if (piece is null || stay.Piece is null || stay.Piece == piece)
            {
                Offer(new Step(stay.Box, stay.From, stay.Until ?? long.MaxValue, 1));
            }
        }
    }

    /// <summary>Whether there were more or deeper boxes than are followed: the answer is not certain then.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>The next box to ask.</summary>
    /// <param name="step">The box, and the time inside it.</param>
    public bool TryNext(out Step step)
    {
        while (waiting.TryDequeue(out step))
        {
            if (++asked <= MostBoxes)
            {
                return true;
            }

            IsCutOff = true;
        }

        return false;
    }

    /// <summary>Goes on to the boxes around one.</summary>
    /// <param name="from">The box that answered.</param>
    /// <param name="around">Its stays.</param>
    public void Add(Step from, ImmutableArray<BoxStay> around)
    {
        foreach (var stay in around)
        {
            var (since, until) = (Math.Max(from.From, stay.From), Math.Min(from.Until, stay.Until ?? long.MaxValue));
            if (since < until)
            {
                Offer(new Step(stay.Box, since, until, from.Depth + 1));
            }
        }
    }

    private void Offer(Step step)
    {
        // Only a later or shallower look can find more.
        if (known.TryGetValue(step.Box, out var before) && before.Until >= step.Until)
        {
            return;
        }

        if (step.Depth > Deepest)
        {
            IsCutOff = true;
            return;
        }

        known[step.Box] = (step.Until, step.Depth);
        waiting.Enqueue(step);
    }

    /// <summary>A box on the way.</summary>
    /// <param name="Box">Its number.</param>
    /// <param name="From">Since when the parcel was inside, microseconds since 1970 UTC.</param>
    /// <param name="Until">Until when; the greatest value while it is.</param>
    /// <param name="Depth">How many boxes out, from 1.</param>
    public readonly record struct Step(string Box, long From, long Until, int Depth);
}
