namespace Tracking.Domain.Holds;

/// <summary>What stands in a shipment's way.</summary>
public enum HoldNature : byte
{
    /// <summary>A hold: lifted by a removal.</summary>
    Hold = 0,
    /// <summary>An exam: lifted by its completion.</summary>
    Exam = 1,
    /// <summary>A pre-departure request for information or screening: lifted by its removal.</summary>
    Request = 2,
    /// <summary>A referral: private knowledge that waits for the port's decision; no hold.</summary>
    Referral = 3,
}
