using System.Text.Json;
using Tracking.Dashboard.Live;

namespace Tracking.Page.Tests.Live;

public sealed class HeadlinesTests
{
    [Fact]
    public async Task The_page_has_a_sentence_for_every_headline()
    {
        var file = Path.Combine(Repository.Root, "client-dashboard", "web", "src", "texts", "en.json");
        using var texts = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        var known = new[] { "decision", "headline" }.SelectMany(part => texts.RootElement.GetProperty(part).EnumerateObject().Select(text => text.Name))
            .Concat(texts.RootElement.GetProperty("transport").EnumerateObject().Select(text => $"scan-{text.Name}"))
            .ToHashSet();
        Assert.Superset(Headlines.All.ToHashSet(), known);
    }
}
