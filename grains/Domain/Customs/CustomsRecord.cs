using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Customs;

/// <summary>Where the law has a shipment in one procedure of one territory.</summary>
public sealed record CustomsRecord
{
    /// <summary>Territory.</summary>
    public required string Territory { get; init; }
    /// <summary>Procedure.</summary>
    public required CustomsProcedure Procedure { get; init; }
    /// <summary>Status.</summary>
    public CustomsStatus Status { get; init; }
    /// <summary>Effective time at which it was reached, microseconds since 1970 UTC.</summary>
    public long Since { get; init; }
    /// <summary>Who said so last.</summary>
    public string Authority { get; init; } = "";
    /// <summary>Pieces released by name.</summary>
    public ImmutableArray<string> ReleasedPieces { get; init; } = [];
    /// <summary>Pieces released by number alone.</summary>
    public int ReleasedCount { get; init; }
    /// <summary>Whether export of excluded or abandoned goods is allowed.</summary>
    public bool ExportAllowed { get; init; }
    /// <summary>The status from before it was selected or detained: the end of the exam, or the removal of the detention, brings it back.</summary>
    public CustomsStatus Before { get; init; }
    /// <summary>Whether it was ever said to be presented, or held or examined.</summary>
    public bool HadCase { get; init; }

    /// <summary>Whether nothing but a deletion brings it back: seized, forfeited, exported, destroyed.</summary>
    public bool IsFinal => Status is CustomsStatus.Seized or CustomsStatus.Forfeited or CustomsStatus.Exported or CustomsStatus.Destroyed;
}
