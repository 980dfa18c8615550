using System.Text;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Fuzz;

/// <summary>Messages of our own making, some for each adapter: what mutation starts from.</summary>
public static class Seeds
{
    private const string Isa = "ISA*00*          *00*          *02*SCAC           *ZZ*TRACKING       *251124*1303*U*00401*000000007*1*P*>~GS*QM*SCAC*TRACKING*20251124*1303*7*X*004010~";

    private const string IsaEnd = "GE*1*7~IEA*1*000000007~";

    private const string Notification = """
        <?xml version="1.0" encoding="UTF-8"?><MetaData xmlns="urn:wco:datamodel:WCO:DocumentMetaData-DMS:2"><WCOTypeName>RES</WCOTypeName><Response><FunctionCode>{0}</FunctionCode>
        <FunctionalReferenceID>aa{0}00112233445566778899aabbccddee</FunctionalReferenceID><IssueDateTime><DateTimeString formatCode="304">20251124094220Z</DateTimeString></IssueDateTime>
        <AdditionalInformation><StatementDescription>Said &amp; done</StatementDescription></AdditionalInformation>
        <Declaration><FunctionalReferenceID>LRN-7788</FunctionalReferenceID><ID>25GB2U37IWQDJY1AR9</ID><VersionID>1</VersionID></Declaration></Response></MetaData>
        """;

    /// <summary>The messages, with the name of the adapter that reads them.</summary>
    public static IReadOnlyList<(string Adapter, byte[] Message)> All { get; } =
    [
        .. Air().Select(m => ("us-air", m)),
        .. X12().Select(m => ("x12", m)),
        .. Edifact().Select(m => ("edifact", m)),
        .. Xml().Select(m => (m.Adapter, m.Message)),
        .. Carriers().Select(m => (AllAdapters.Recognise(m)!.Name, m)),
        ("code-events", Bytes("""[{"system":"us-manifest","code":"1H","carrier":"maeu","number":"MBL1","occurredAt":"2025-11-24T09:15:00-05:00","port":"4601","pieces":3,"reference":"R1"},{"system":"eu-ics2","code":"IE3N03","carrier":"dhl","number":"123","occurredAt":"2025-11-24T09:15:00Z"}]""")),
    ];

    // The samples of carriers' messages that their own tests have.
    private static IEnumerable<byte[]> Carriers()
    {
        foreach (var name in typeof(Seeds).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var stream = typeof(Seeds).Assembly.GetManifestResourceStream(name)!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return bytes.ToArray();
        }
    }

    private static IEnumerable<byte[]> Air()
    {
        yield return Bytes("FSN\r\nJFKXX\r\n999-10000014-H0000001/JD0140000000000000001\r\nARR/XX0101/24NOV-A\r\nCSN/1C-3/24NOV0915/0112345678901\r\nCSN/1H-2/24NOV0920/ /REMARK\r\n");
        yield return Bytes("FSI\nLAXYY\n999-10000025-M\nWBL/SHEN/T2/K1.0/WATCHES\nCSN/7Z-2/29FEB0915\n\nFSC\nORDYY\n999-10000025\nCSN/1B-1/01JAN0000\n");
        yield return Bytes("PSN\nHKGXX\n999-10000014-H1\nCSN/7H-1/24NOV0915\nCSN/7J-1/24NOV0916\nCSN/7I-1/24NOV0917\nPER\nHKGXX\n999-10000014-H2\nERR/012/BAD WEIGHT\n");
    }

    private static IEnumerable<byte[]> X12()
    {
        yield return Bytes($"{Isa}ST*214*0001~B10*PRO1*BOL1*SCAC~LX*1~AT7*SD*BD***20251124*0730*LT~MS1*NEW YORK*NY*US~MS2*SCAC*30402~AT8*G*L*100*3~SE*8*0001~{IsaEnd}");
        yield return Bytes($"{Isa}ST*315*0001~B4***CT*20251124*0807**GMCU*609413*L*4500*USNYC*UN*7~N9*BM*MBL1~N9*SCA*MAEU~Q2*9330141********202N***L*MARIM~R4*D*UN*USNYC*NEW YORK*US~SE*7*0001~{IsaEnd}");
        yield return Bytes($"{Isa}ST*350*0001~M10*MAEU*O*US*9330141*MARIM*202N~P4*4601*20251124~X4*MBL1*3*01*ABC12345678*20251124*0915*1H*HBL1*MAEU*HOUS~X4*MBL1*3*01*ABC12345678*20251124*0915*1C~SE*6*0001~{IsaEnd}");
        yield return Bytes("ST|214|0001\nB10|PRO1|BOL1|SCAC\nAT7|X1|NS|||20251124|0730|12\nMS1|PARIS||FR\nSE|5|0001\n");
    }

    private static IEnumerable<byte[]> Edifact()
    {
        yield return Bytes("UNA:+.? 'UNB+UNOA:3+SENDER:14+TRACKING:14+251124:1303+77'UNH+1+IFTSTA:D:01B:UN:EAN004'BGM+44+95-455+9'DTM+137:20251124:102'CNI+1+4215A'STS+1+17+39'RFF+DQ:5?+23'DTM+334:202511241450:203'LOC+16+USJFK:139:6:New ?'York'CNI+2+5122C'GID+1+1:CT'GIN+BJ+354107380000001068'STS+1+21'DTM+334:20251124145000?+0100:304'UNT+14+1'UNZ+1+77'");
        yield return Bytes("UNB+UNOA:1+DEZOLL+TRACKING+251124:1303+78\nUNH+1+CUSRES:D:96B:UN\nBGM+929+DOC1+11\nDTM+137:202511241450:203\nLOC+22+DE004600\nRFF+ABT:25DE123456789012R5\nRFF+HWB:H0000001\nGIS+4:109:148\nGIS+5\nUNT+9+1\nUNZ+1+78\n");
        yield return Bytes("UNH+1+IFTSTA:D:01B:UN'BGM+44'CNI+1+A1'STS+1+12'DTM+334:20251124:102'UNT+6+1'");
    }

    private static IEnumerable<(string Adapter, byte[] Message)> Xml()
    {
        foreach (var function in new[] { "05", "09", "13", "77" })
        {
            yield return ("wco-res", Bytes(Of(function)));
        }

        yield return ("wco-res", Bytes(Of("05") + "\n" + Of("08")));
        yield return ("eu-ics2", Bytes("""<q:IE3Q03 xmlns:q="urn:x"><LRN>l</LRN><MRN>25BE000000000000A1</MRN><documentIssueDate>2025-11-24T10:00:00Z</documentIssueDate><TransportDocumentHouseLevel><documentNumber>H1</documentNumber></TransportDocumentHouseLevel><ReferralRequestReference>R-1</ReferralRequestReference></q:IE3Q03>"""));
        yield return ("eu-ics2", Bytes("""<IE3N03><MRN>25BE000000000000A1</MRN><documentIssueDate>2025-11-24T11:00:00+01:00</documentIssueDate></IE3N03>"""));
        yield return ("upu", Bytes("""<EMSEVT><item itemId="RR473124829GB"><event eventCode="EME" officeCode="USLAXA" eventDateTime="2025-11-24T10:00:00" retentionReason="31"/><event><eventCode>EMI</eventCode><officeCode>GBLALA</officeCode><eventDateTime>2025-11-24T10:00:00Z</eventDateTime></event></item></EMSEVT>"""));
        yield return ("upu", Bytes("""<CUSRSP><item><itemId>RR473124829GB</itemId><decision>HOLD</decision><decisionDateTime>2025-11-24T10:00:00Z</decisionDateTime></item></CUSRSP>"""));
        yield return ("upu", Bytes("""<ITMATT><item itemId="RR473124829GB"><sender><countryCd>GB</countryCd></sender><addressee><countryCd>US</countryCd></addressee><content><description>Bag</description><hsCode>4202.22</hsCode><value>12.50</value><currency>GBP</currency><quantity>2</quantity><netWeight>0.4</netWeight></content></item></ITMATT>"""));
    }

    private static string Of(string function) => Notification.Replace("{0}", function, StringComparison.Ordinal);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
