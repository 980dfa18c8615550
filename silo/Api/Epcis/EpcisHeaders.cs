using Tracking.Formats.Epcis;

namespace Tracking.Silo.Api.Epcis;

/// <summary>The headers by which EPCIS 2.0 says what a server is and can do.</summary>
internal static class EpcisHeaders
{
    public const string ErrorBehaviour = "GS1-Capture-Error-Behaviour";
    public const string Version = "GS1-EPCIS-Version";
    public const string Rollback = "rollback";
    public const string Proceed = "proceed";

    private const string Two = "2.0.0";

    /// <summary>Sets what every answer says.</summary>
    public static void Set(HttpResponse response)
    {
        response.Headers[Version] = Two;
        response.Headers["GS1-CBV-Version"] = Two;
    }

    /// <summary>Sets what a discovery is answered by.</summary>
    public static void SetAll(HttpResponse response, string allowed)
    {
        Set(response);
        response.Headers.Allow = allowed;
        response.Headers["GS1-EPCIS-Min"] = Two;
        response.Headers["GS1-EPCIS-Max"] = Two;
        response.Headers["GS1-CBV-Min"] = Two;
        response.Headers["GS1-CBV-Max"] = Two;
        response.Headers["GS1-EPC-Format"] = "Never_Translates";
        response.Headers["GS1-CBV-XML-Format"] = "Never_Translates";
        response.Headers["GS1-EPCIS-Capture-Limit"] = CaptureEndpoint.MostEvents.ToString();
        response.Headers["GS1-EPCIS-Capture-File-Size-Limit"] = EpcisAdapter.LongestDocument.ToString();
        response.Headers[ErrorBehaviour] = $"{Rollback}, {Proceed}";
    }

    /// <summary>What a request asks for that is not to be had; null where there is nothing.</summary>
    public static Problem? Unmet(HttpRequest request)
    {
        foreach (var name in (ReadOnlySpan<string>)[Version, "GS1-CBV-Version"])
        {
            var asked = request.Headers[name].ToString();
            if (asked.Length > 0 && asked is not ("2.0" or Two))
            {
                return EpcisProblems.ImplementationLacks(name, "is not spoken here", "Ask for 2.0.0, or leave the header out.");
            }
        }

        return request.Headers["GS1-EPC-Format"].ToString() is { Length: > 0 } format && format is not ("Never_Translates" or "No_Preference")
            ? EpcisProblems.ImplementationLacks("GS1-EPC-Format", "is not done here", "Ask for Never_Translates: events are given back as they came.")
            : null;
    }
}
