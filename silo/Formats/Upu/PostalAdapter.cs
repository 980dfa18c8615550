using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Xml;

namespace Tracking.Formats.Upu;

/// <summary>
/// Reads messages of posts about items with an S10 number, as XML: EMSEVT (events), CUSRSP (customs' answers), and of ITMATT
/// and CUSITM the goods and the countries. Schemas of posts differ: elements are known by their names, wherever they stand.
/// </summary>
public sealed class PostalAdapter : IAdapter
{
    /// <summary>The events of EMSEVT.</summary>
    public static StatusTable Events { get; } = StatusTable.Load("upu emsevt", "emsevt.txt");

    /// <summary>The answers of CUSRSP.</summary>
    public static DecisionTable Answers { get; } = DecisionTable.Load("upu cusrsp", "cusrsp.txt");

    private const int Looked = 2_048;

    /// <inheritdoc/>
    public string Name => "upu";

    /// <inheritdoc/>
    public string Title => "UPU EMSEVT, CUSRSP, ITMATT, CUSITM (XML)";

    /// <inheritdoc/>
    public int MostBytes => 16 * 1024 * 1024;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message)
    {
        var head = message[..Math.Min(message.Length, Looked)];
        return XmlWalk.Begins(message)
            && (head.IndexOf("EMSEVT"u8) >= 0 || head.IndexOf("CUSRSP"u8) >= 0 || head.IndexOf("ITMATT"u8) >= 0 || head.IndexOf("CUSITM"u8) >= 0);
    }

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(this, message.Span, context);
        XmlWalk.Run(message, new PostalVisitor(findings), findings);
        if (findings.Understood == 0 && findings.Complaints == 0)
        {
            findings.Complain("line 1", "has no item with an event, an answer or contents in it", "Send items with their S10 number, and an event code, an answer or contents below it.");
        }

        return findings.ToReading();
    }
}
