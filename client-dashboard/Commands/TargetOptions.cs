using System.CommandLine;

namespace Tracking.Dashboard.Commands;

/// <summary>Options that name the partner API.</summary>
internal static class TargetOptions
{
    public static Option<Uri> To()
    {
        var option = new Option<Uri>("--to")
        {
            Description = "The address of the partner API.",
            DefaultValueFactory = _ => new Uri("http://localhost:8081"),
            CustomParser = result =>
            {
                var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
                {
                    return address;
                }

                result.AddError($"--to: '{text}' is not an address; write it like http://localhost:8081.");
                return null;
            },
        };
        return option;
    }

    public static Option<string?> Key() => new("--key") { Description = "The API key; not needed by the embedded mode." };

    /// <summary>An option that takes a number above zero.</summary>
    public static Option<double?> Positive(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            // What is no number at all is refused by the parser itself.
            if (result.Tokens.Count == 1
                && double.TryParse(result.Tokens[0].Value, System.Globalization.CultureInfo.InvariantCulture, out var value)
                && value is not (> 0 and <= 1_000_000_000))
            {
                result.AddError($"{name}: {result.Tokens[0].Value} lies outside 0 to 1,000,000,000; give a number in between.");
            }
        });
        return option;
    }
}
