namespace Tracking.Formats.TrackingNumbers;

/// <summary>A carrier whose numbers look like this one.</summary>
/// <param name="Carrier">The carrier's code, as facts name it.</param>
/// <param name="Number">The number as that carrier knows it, without what a label's bar code has around it.</param>
/// <param name="Level">Whether it names a piece or a bill.</param>
/// <param name="Form">What numbers of this form are called.</param>
/// <param name="Service">The service that it names; null where it names none, or one that no table has.</param>
/// <param name="Verified">Whether a check digit stands for it; false where the form has none.</param>
/// <param name="Reason">Why it fits, in one sentence.</param>
public sealed record NumberFit(string Carrier, string Number, NumberLevel Level, string Form, string? Service, bool Verified, string Reason);
