using Tracking.Formats.Carriers.Payloads;

namespace Tracking.Formats.Carriers;

/// <summary>Where a carrier's message has what. Paths of a shipment begin at the shipment, paths of an event at the event.</summary>
internal sealed record PayloadShape
{
    /// <summary>Whose codes they are, for example <c>dhl event</c>.</summary>
    public required string System { get; init; }

    /// <summary>Texts that all stand in such a message, and together in no other.</summary>
    public required string[] Marks { get; init; }

    /// <summary>The shipments.</summary>
    public required PayloadPath Shipments { get; init; }

    /// <summary>The number; the first that is there.</summary>
    public required PayloadPath[] Number { get; init; }

    /// <summary>The carrier's name, where the message is of several carriers'.</summary>
    public PayloadPath[] Carrier { get; init; } = [];

    /// <summary>What the carrier says where it has no news of a number; null where it says nothing of the kind.</summary>
    public Func<PayloadNode, string?>? Refusal { get; init; }

    /// <summary>The events.</summary>
    public required PayloadPath[] Events { get; init; }

    /// <summary>When: date and time, or the date alone where <see cref="Time"/> stands apart.</summary>
    public required PayloadPath[] Date { get; init; }

    /// <summary>The time of day, where it stands apart.</summary>
    public PayloadPath[] Time { get; init; } = [];

    /// <summary>The offset or time zone, where it stands apart.</summary>
    public PayloadPath[] Zone { get; init; } = [];

    /// <summary>The codes with their tables, the most telling first: the first that its table has counts.</summary>
    public required (PayloadPath Path, StatusTable Table)[] Codes { get; init; }

    /// <summary>The carrier's words.</summary>
    public PayloadPath[] Text { get; init; } = [];

    /// <summary>Country, by two or three letters.</summary>
    public PayloadPath[] Country { get; init; } = [];

    /// <summary>The country where the event names none; null where it is not known.</summary>
    public string? DefaultCountry { get; init; }

    /// <summary>State or province.</summary>
    public PayloadPath[] State { get; init; } = [];

    /// <summary>Postal code.</summary>
    public PayloadPath[] PostalCode { get; init; } = [];

    /// <summary>Airport or service area, by three letters.</summary>
    public PayloadPath[] Airport { get; init; } = [];

    /// <summary>Puts in its place what the message has elsewhere, for one shipment.</summary>
    public Action<PayloadNode>? Prepare { get; init; }
}
