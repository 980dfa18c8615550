using Tracking.Contracts.Holds;

namespace Tracking.Simulator.Customs;

/// <summary>A kind of hold as ports place it.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Code">The pair of codes that place and lift it.</param>
/// <param name="Reason">What is said.</param>
/// <param name="Weight">How often, relative to the others.</param>
/// <param name="LeastDays">The shortest.</param>
/// <param name="MostDays">The longest.</param>
/// <param name="Exam">The exam that may come with it.</param>
/// <param name="Restricted">Whether the trade is not told why.</param>
internal sealed record HoldPractice(
    HoldKind Kind, string Code, string Reason, double Weight, double LeastDays, double MostDays, HoldKind? Exam = null, bool Restricted = false)
{
    public static HoldPractice Trade { get; } =
        new(HoldKind.CommercialEnforcement, "1H/1I", "Suspected infringement of a recorded mark", 10, 3, 10, HoldKind.IntensiveExam);

    public static HoldPractice TakenBack { get; } =
        new(HoldKind.EntryProcessing, "5H/5I", "Release taken back: value to be confirmed", 1, 0.5, 2);

    public static HoldPractice NotToLoad { get; } =
        new(HoldKind.DoNotLoad, "6H/6I", "Do not load", 1, 1, 3, Restricted: true);

    public static IReadOnlyList<HoldPractice> Usual { get; } =
    [
        new(HoldKind.Manifest, "1H/1I", "Manifest data incomplete", 25, 0.5, 3),
        new(HoldKind.EntryProcessing, "5H/5I", "Declared value and invoice differ", 20, 0.5, 4),
        new(HoldKind.NonIntrusiveExam, "7H/7I", "Selected for scanning", 25, 0.5, 3, HoldKind.NonIntrusiveExam),
        new(HoldKind.Agriculture, "2H/2I", "Plant or animal material suspected", 8, 1, 4, HoldKind.TailGateExam),
        new(HoldKind.OtherAgency, "3H/3I", "Admissibility to be shown", 8, 1, 6),
        new(HoldKind.AntiTerrorism, "1H/1I", "Targeting", 4, 1, 3, HoldKind.NonIntrusiveExam, Restricted: true),
        Trade,
    ];
}
