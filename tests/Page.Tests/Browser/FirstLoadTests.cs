using System.Collections.Concurrent;
using Microsoft.Playwright;
using Tracking.Page.Tests.World;
using Tracking.Contracts.Statuses;

namespace Tracking.Page.Tests.Browser;

[Collection("chromium")]
public sealed class FirstLoadTests(Chromium chromium)
{
    private const int LargestFirstLoad = 500 * 1024;

    [BrowserFact]
    public async Task The_first_load_is_small_compressed_and_from_this_host_alone()
    {
        await using var host = await PageHost.StartAsync();
        host.Journal.Scan(FakeJournal.NumberOf("P1"), TransportStatus.InTransit);
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        var addresses = new ConcurrentBag<string>();
        var failures = new ConcurrentBag<string>();
        page.Request += (_, request) => addresses.Add(request.Url);
        page.WebSocket += (_, socket) => addresses.Add(socket.Url);
        page.Console += (_, message) => AddError(failures, message);
        page.PageError += (_, error) => failures.Add(error);

        var cdp = await context.NewCDPSessionAsync(page);
        await cdp.SendAsync("Network.enable");
        long bytes = 0;
        cdp.Event("Network.loadingFinished").OnEvent += (_, e) =>
            Interlocked.Add(ref bytes, (long)e!.Value.GetProperty("encodedDataLength").GetDouble());
        await page.GotoAsync(host.Address.ToString());
        await page.Locator("[data-row='dhl/P1']").WaitForAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var firstLoad = Interlocked.Read(ref bytes);
        await page.Locator("[data-row='dhl/P1'] a").First.ClickAsync();
        await page.Locator("svg.world").WaitForAsync();

        Assert.InRange(firstLoad, 50_000, LargestFirstLoad);
        Assert.All(addresses, address => Assert.Equal(host.Address.Authority, new Uri(address).Authority));
        Assert.Contains(addresses, address => address.StartsWith("ws:", StringComparison.Ordinal));
        Assert.Empty(failures);
    }

    private static void AddError(ConcurrentBag<string> failures, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
        {
            failures.Add(message.Text);
        }
    }
}
