using System.Collections.Frozen;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Xml;

namespace Tracking.Formats.Notifications;

/// <summary>Reads notifications about a declaration as XML of the WCO data model (RES): accepted, control, documents wanted, released, cleared, invalidated, exported.</summary>
public sealed class DeclarationAdapter : IAdapter
{
    /// <summary>The notifications by their names.</summary>
    public static DecisionTable Codes { get; } = DecisionTable.Load("wco res", "dms.txt");

    /// <summary>Their names by function code.</summary>
    internal static FrozenDictionary<string, string> Names { get; } = new Dictionary<string, string>
    {
        ["01"] = "DMSACC",
        ["02"] = "DMSRCV",
        ["03"] = "DMSREJ",
        ["05"] = "DMSCTL",
        ["06"] = "DMSDOC",
        ["07"] = "DMSRES",
        ["08"] = "DMSROG",
        ["09"] = "DMSCLE",
        ["10"] = "DMSINV",
        ["11"] = "DMSREQ",
        ["13"] = "DMSTAX",
        ["14"] = "DMSCPI",
        ["15"] = "DMSCPR",
        ["16"] = "DMSEOG",
        ["18"] = "DMSGER",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const int Looked = 8_192;

    /// <inheritdoc/>
    public string Name => "wco-res";

    /// <inheritdoc/>
    public string Title => "Customs notifications about a declaration (WCO RES, XML)";

    /// <inheritdoc/>
    public int MostBytes => 16 * 1024 * 1024;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message)
    {
        var head = message[..Math.Min(message.Length, Looked)];
        return XmlWalk.Begins(message) && head.IndexOf("Response"u8) >= 0 && head.IndexOf("FunctionCode"u8) >= 0;
    }

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        var visitor = new DeclarationVisitor(findings);
        XmlWalk.Run(message, visitor, findings);
        if (visitor.Responses == 0 && findings.Complaints == 0)
        {
            findings.Complain("line 1", "has no Response in it", "Send MetaData with Response as it was received.");
        }

        return findings.ToReading();
    }
}
