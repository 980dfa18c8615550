namespace Tracking.Contracts.Access;

/// <summary>What an actor acts as.</summary>
public enum ActorRole : byte
{
    /// <summary>The product itself.</summary>
    System = 0,

    /// <summary>A partner's machine behind an API key: carrier, marketplace or authority.</summary>
    Partner = 1,

    /// <summary>A customs officer.</summary>
    Officer = 2,

    /// <summary>An investigator.</summary>
    Investigator = 3,

    /// <summary>A supervisor of officers.</summary>
    Supervisor = 4,

    /// <summary>Somebody who runs the system.</summary>
    Operator = 5,
}
