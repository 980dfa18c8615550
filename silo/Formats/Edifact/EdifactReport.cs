namespace Tracking.Formats.Edifact;

/// <summary>What is acknowledged about one message.</summary>
internal sealed class MessageReport(string reference, string?[] type)
{
    public string Reference { get; } = reference;

    /// <summary>Type, version, release, agency, association.</summary>
    public string?[] Type { get; } = type;

    /// <summary>Segments so far, UNH included.</summary>
    public int Segments { get; set; }

    /// <summary>Why it is rejected (DE 0085); null where it is accepted.</summary>
    public int? Error { get; set; }
}

/// <summary>What is acknowledged about one interchange.</summary>
internal sealed class InterchangeReport
{
    /// <summary>Syntax identifier and version, for example UNOA and 1.</summary>
    public required string?[] Syntax { get; init; }

    /// <summary>Sender's identification and its qualifier.</summary>
    public required string?[] Sender { get; init; }

    /// <summary>Recipient's identification and its qualifier.</summary>
    public required string?[] Recipient { get; init; }

    public required string Reference { get; init; }

    public List<MessageReport> Messages { get; } = [];

    /// <summary>What is wrong with the interchange itself (DE 0085); null where nothing is.</summary>
    public int? Error { get; set; }
}
