using Microsoft.Playwright;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Page.Tests.World;
using static Microsoft.Playwright.Assertions;

namespace Tracking.Page.Tests.Browser;

[Collection("chromium")]
public sealed class ConnectionTests(Chromium chromium)
{
    // Notes every change that the page takes in, from the first on.
    private const string NoteChanges =
        "window.noted = []; window.resyncs = 0;"
        + "window.addEventListener('tracking:change', e => window.noted.push(e.detail));"
        + "window.addEventListener('tracking:resync', () => window.resyncs++);";

    [BrowserFact]
    public async Task No_notable_change_is_missed_when_the_connection_is_killed_again_and_again()
    {
        await using var host = await PageHost.StartAsync();
        host.Journal.Scan(FakeJournal.NumberOf("K"), TransportStatus.InTransit);
        await using var context = await chromium.NewContextAsync();
        await context.AddInitScriptAsync(NoteChanges);
        var page = await LivePageTests.OpenAsync(context, host);
        var made = 0;
        for (var round = 0; round < 4; round++)
        {
            Make(host, ref made, 20);
            host.Cut();
            Make(host, ref made, 150);
            await Expect(page.Locator("[data-connection='reconnecting']")).ToBeVisibleAsync();
            Make(host, ref made, 20);
            host.Restore();
            Make(host, ref made, 20);
            await Expect(page.Locator("[data-connection='live']")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        }

        var expected = host.Journal.NotablePositions;
        Assert.Equal(made, expected.Count);
        await page.WaitForFunctionAsync("count => new Set(window.noted).size >= count", expected.Count);
        var noted = await page.EvaluateAsync<string[]>("window.noted");
        Assert.Equal(expected, noted);
        Assert.Equal(0, await page.EvaluateAsync<int>("window.resyncs"));
        await Expect(page.Locator($"[data-holds='{made}']")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_page_that_missed_too_much_loads_its_lists_anew()
    {
        await using var host = await PageHost.StartAsync();
        await using var context = await chromium.NewContextAsync();
        await context.AddInitScriptAsync(NoteChanges);
        var page = await LivePageTests.OpenAsync(context, host);
        host.Cut();
        await Expect(page.Locator("[data-connection='reconnecting']")).ToBeVisibleAsync();
        var made = 0;
        Make(host, ref made, 6_000);
        host.Restore();
        await page.WaitForFunctionAsync("() => window.resyncs > 0", null, new() { Timeout = 15_000 });
        await Expect(page.Locator($"[data-holds='{made}']")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task It_says_plainly_when_it_is_behind()
    {
        await using var host = await PageHost.StartAsync();
        await using var context = await chromium.NewContextAsync();
        var page = await LivePageTests.OpenAsync(context, host);
        host.Journal.Unreachable = true;
        await Expect(page.GetByText("behind by")).ToBeVisibleAsync();
        host.Journal.Unreachable = false;
        await Expect(page.Locator("[data-connection='live']")).ToBeVisibleAsync();
    }

    private static void Make(PageHost host, ref int made, int count)
    {
        for (var index = 0; index < count; index++)
        {
            host.Journal.Hold(FakeJournal.NumberOf($"N{made++}"), HoldKind.Manifest);
        }
    }
}
