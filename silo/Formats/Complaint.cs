namespace Tracking.Formats;

/// <summary>What is wrong in an item, where, and what to do about it.</summary>
/// <param name="Path">Where, written like a JSON pointer: <c>/occurredAt</c>, in an array <c>/3/occurredAt</c>; empty for the item as a whole.</param>
/// <param name="Message">What is wrong, in one sentence.</param>
/// <param name="Remedy">What to do, in one sentence.</param>
public readonly record struct Complaint(string Path, string Message, string Remedy);
