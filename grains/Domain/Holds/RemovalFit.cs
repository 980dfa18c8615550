namespace Tracking.Domain.Holds;

/// <summary>How a removal fits the holds before it.</summary>
internal enum RemovalFit : byte
{
    Fits = 0,
    FindsNothing = 1,
    ByOther = 2,
    Pending = 3,
}
