namespace Tracking.Domain.Notices;

/// <summary>What a notice is.</summary>
public enum NoticeKind : byte
{
    /// <summary>The carrier is told that goods in its hands are held, and no more.</summary>
    Hold = 0,
    /// <summary>The importer is told of the detention (19 CFR 151.16(c)).</summary>
    Detention = 1,
    /// <summary>The importer is told of the seizure (19 CFR 162.31).</summary>
    Seizure = 2,
    /// <summary>The owner of the mark or copyright is told what may be told at the stage (19 CFR 133.21).</summary>
    Disclosure = 3,
    /// <summary>The importer is offered to abandon the goods.</summary>
    AbandonmentOffer = 4,
}
