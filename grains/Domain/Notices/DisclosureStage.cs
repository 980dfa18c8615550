namespace Tracking.Domain.Notices;

/// <summary>How far a case has come, as far as what may be disclosed depends on it (19 CFR 133.21, CBP Dec. 15-12).</summary>
public enum DisclosureStage : byte
{
    /// <summary>Before the notice of detention.</summary>
    BeforeNotice = 0,
    /// <summary>With the notice of detention and after it.</summary>
    WithNotice = 1,
    /// <summary>The importer’s seven days have passed without a sufficient answer.</summary>
    AfterAnswerPeriod = 2,
    /// <summary>After seizure.</summary>
    AfterSeizure = 3,
}
