namespace Tracking.Domain.Customs;

/// <summary>What does not fit about a decision.</summary>
internal enum CustomsMisfit : byte
{
    None = 0,
    AfterSeizure = 1,
    WithoutCase = 2,
    UnknownPieces = 3,
    AfterAbandonment = 4,
}
