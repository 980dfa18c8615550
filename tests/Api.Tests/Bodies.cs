namespace Tracking.Api.Tests;

/// <summary>Items that the tests send.</summary>
internal static class Bodies
{
    public static string Scan(string number = "A1", string id = "e-1", string at = "2026-03-01T00:00:00Z", string carrier = "ups") =>
        $$"""{"carrier":"{{carrier}}","number":"{{number}}","id":"{{id}}","occurredAt":"{{at}}","status":"accepted"}""";

    public static string Decision(string authority = "us-cbp", string carrier = "ups") =>
        $$$"""{"authority":"{{{authority}}}","territory":"US","kind":"hold-placed","carrier":"{{{carrier}}}","number":"A1","id":"h-1","occurredAt":"2026-03-01T00:00:00Z","hold":{"kind":"{{{(authority == carrier ? "carrier" : "manifest")}}}"}}""";

    public const string Dispatch = """{"marketplace":"olist","account":"s-9","carrier":"ups","number":"A1","id":"d-1","occurredAt":"2026-03-01T00:00:00Z"}""";

    public const string Manifest = """{"carrier":"ups","number":"A1","id":"m-1","occurredAt":"2026-03-01T00:00:00Z","pieces":["P1"]}""";

    public static string Array(IEnumerable<string> items) => $"[{string.Join(',', items)}]";

    public static string Lines(IEnumerable<string> items) => string.Concat(items.Select(i => i + "\n"));
}
