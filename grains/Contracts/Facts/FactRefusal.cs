namespace Tracking.Contracts.Facts;

/// <summary>Why a fact is refused, in the order in which the reasons are looked for. All are final but <see cref="Busy"/>.</summary>
public enum FactRefusal : byte
{
    /// <summary>It is not refused.</summary>
    None = 0,
    /// <summary>It cannot be read; the complaints say where.</summary>
    Malformed = 1,
    /// <summary>The caller's key does not speak for the source.</summary>
    NotEntitled = 2,
    /// <summary>The source has a fact with this id and other content, and this one does not say that it corrects it.</summary>
    SameIdOtherContent = 3,
    /// <summary>The number has as many carrier facts as one life may have.</summary>
    TooManyFacts = 4,
    /// <summary>Could not be made durable now; send it again.</summary>
    Busy = 5,
}
