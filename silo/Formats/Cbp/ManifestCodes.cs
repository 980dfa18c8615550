using System.Globalization;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Codes;

namespace Tracking.Formats.Cbp;

/// <summary>Disposition codes of US manifests by ocean, rail and truck: in 350, and as plain code events.</summary>
public static class ManifestCodes
{
    /// <summary>Whose decisions they are where the caller does not say another.</summary>
    public const string Authority = "us-cbp";

    /// <summary>Where they hold.</summary>
    public const string Territory = "US";

    /// <summary>The codes.</summary>
    public static DecisionTable Table { get; } = DecisionTable.Load("us-manifest x4", "manifest.txt");

    /// <summary>The procedure of a code: goods exported in bond leave the transit, all else belongs to import.</summary>
    /// <param name="code">The code.</param>
    internal static CustomsProcedure ProcedureOf(string code) => code is "50" or "51" or "52" ? CustomsProcedure.Transit : CustomsProcedure.Import;

    /// <summary>The same id for the same posting, whoever hands it in.</summary>
    internal static string IdOf(string number, string code, DateTime local, int? quantity, string? entry) => string.Join(
        '/',
        new[] { "manifest", number, code, local.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), quantity?.ToString(CultureInfo.InvariantCulture), entry }.Where(p => !string.IsNullOrEmpty(p)));
}
