namespace Tracking.Domain.Notices;

/// <summary>To whom something is told.</summary>
public enum NoticeRecipient : byte
{
    /// <summary>The importer, whose goods they are.</summary>
    Importer = 0,
    /// <summary>The owner of the mark or copyright.</summary>
    RightHolder = 1,
    /// <summary>The carrier that has the goods. No recipient of marks or images (19 USC 1628a).</summary>
    Carrier = 2,
}
