namespace Tracking.Formats.TrackingNumbers;

/// <summary>A carrier whose form it has, but for the check digit: probably a slip of the pen.</summary>
/// <param name="Carrier">The carrier's code.</param>
/// <param name="Form">What numbers of this form are called.</param>
/// <param name="Found">The check digit in it.</param>
/// <param name="Expected">The check digit that the rest of it asks for.</param>
public sealed record NumberMiss(string Carrier, string Form, char Found, char Expected);
