namespace Tracking.Domain.Clocks.Reading;

/// <summary>Something in the data that cannot be used.</summary>
/// <param name="File">The file.</param>
/// <param name="Row">The row, for example <c>clock 'us.decide'</c>; empty for the file as a whole.</param>
/// <param name="Field">The field; empty for the row as a whole.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
public sealed record DataComplaint(string File, string Row, string Field, string Message)
{
    /// <summary>One sentence that names file, row, field and remedy.</summary>
    public override string ToString() =>
        $"{string.Join(", ", new[] { File, Row, Field.Length == 0 ? "" : $"field '{Field}'" }.Where(p => p.Length > 0))}: {Message}";
}
