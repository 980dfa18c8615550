using Microsoft.Playwright;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Page.Tests.World;
using static Microsoft.Playwright.Assertions;

namespace Tracking.Page.Tests.Browser;

[Collection("chromium")]
public sealed class LivePageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task The_list_shows_what_is_known_and_a_hold_rises_live()
    {
        await using var host = await PageHost.StartAsync();
        host.Journal.Scan(FakeJournal.NumberOf("P1"), TransportStatus.InTransitDeparted);
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, host);
        await Expect(page.GetByText("Demo: a simulated world")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-row='dhl/P1']")).ToContainTextAsync("Departed");

        host.Journal.Scan(FakeJournal.NumberOf("P2"), TransportStatus.Announced);
        await Expect(page.Locator("[data-row='dhl/P2']")).ToContainTextAsync("Announced");

        host.Journal.Hold(FakeJournal.NumberOf("P1"), HoldKind.IprDetention);
        await Expect(page.Locator("[data-holds='1']")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-row^='dhl/P1 ']")).ToContainTextAsync("IPR detention");
        await Expect(page.Locator("[data-row='dhl/P1']")).ToContainTextAsync("1 hold");
        await Expect(page.Locator("[data-counter='held']")).ToHaveTextAsync("1");

        host.Journal.Lift(FakeJournal.NumberOf("P1"));
        await Expect(page.Locator("[data-holds='0']")).ToBeVisibleAsync();
        await Expect(page.GetByText("No hold is open.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_deadlines_of_a_hold_stand_on_its_shipments_page_with_what_they_propose()
    {
        await using var host = await PageHost.StartAsync();
        host.Journal.Hold(FakeJournal.NumberOf("D1"), HoldKind.IprDetention);
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(host.Address, "shipments/dhl/D1").ToString());

        var determination = page.Locator("[data-clock='us.determination']");
        await Expect(determination).ToContainTextAsync("2026-07-01");
        await Expect(determination).ToContainTextAsync("America/New_York");
        await Expect(determination).ToContainTextAsync("near");
        await Expect(determination).ToContainTextAsync("19 CFR 151.16(e)");
        await Expect(page.Locator("[data-clock='us.answer']")).ToContainTextAsync("an officer has to confirm it");
        await Expect(page.GetByText("not legal advice")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task The_latest_hold_stands_on_top()
    {
        await using var host = await PageHost.StartAsync();
        for (var index = 0; index < 3; index++)
        {
            host.Journal.Hold(FakeJournal.NumberOf($"H{index}"), HoldKind.Manifest);
        }

        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, host);
        await Expect(page.Locator(".holds .body .row").First).ToContainTextAsync("H2");
        host.Journal.Hold(FakeJournal.NumberOf("H9"), HoldKind.Agriculture);
        await Expect(page.Locator(".holds .body .row").First).ToContainTextAsync("H9");
    }

    [BrowserFact]
    public async Task A_click_leads_to_the_timeline_which_grows_while_it_is_open()
    {
        await using var host = await PageHost.StartAsync();
        var number = FakeJournal.NumberOf("1Z/A.77");
        host.Journal.Scan(number, TransportStatus.AcceptedPickedUp);
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, host);
        await page.GetByRole(AriaRole.Link, new() { Name = "dhl 1Z/A.77" }).ClickAsync();
        await Expect(page.Locator("[data-entry]")).ToHaveCountAsync(1);
        await Expect(page.Locator("svg.world")).ToBeVisibleAsync();

        host.Journal.Scan(number, TransportStatus.InTransitArrived, "USLAX");
        await Expect(page.Locator("[data-entry]").First).ToContainTextAsync("Arrived");
        host.Journal.Hold(number, HoldKind.IntensiveExam);
        await Expect(page.Locator("[data-hold]")).ToContainTextAsync("Intensive exam");
        await Expect(page.Locator("[data-entry]")).ToHaveCountAsync(3);

        await page.ReloadAsync();
        await Expect(page.Locator("[data-entry]")).ToHaveCountAsync(3);
    }

    [BrowserFact]
    public async Task A_sellers_page_has_his_counts_and_his_shipments_live()
    {
        await using var host = await PageHost.StartAsync();
        var other = FakeJournal.SellerOf("somebody-else");
        host.Journal.Scan(FakeJournal.NumberOf("S1"), TransportStatus.InTransit);
        host.Journal.Scan(FakeJournal.NumberOf("O1"), TransportStatus.InTransit, seller: other);
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, host);
        await page.Locator("[data-row='dhl/S1']").GetByRole(AriaRole.Link, new() { Name = "bazaar/acme-outlet" }).ClickAsync();
        await Expect(page.Locator("[data-count='shipments']")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(1);

        host.Journal.Scan(FakeJournal.NumberOf("S2"), TransportStatus.InTransit);
        host.Journal.Hold(FakeJournal.NumberOf("S1"), HoldKind.Officer);
        await Expect(page.Locator("[data-count='shipments']")).ToHaveTextAsync("2");
        await Expect(page.Locator("[data-count='held']")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-row='dhl/S2']")).ToBeVisibleAsync();
        await Expect(page.Locator("[data-row='dhl/S1']")).ToContainTextAsync("1 hold");
    }

    [BrowserFact]
    public async Task Filters_narrow_the_list_and_stay_in_the_address()
    {
        await using var host = await PageHost.StartAsync();
        host.Journal.Scan(FakeJournal.NumberOf("F1"), TransportStatus.DeliveredLocker);
        host.Journal.Scan(FakeJournal.NumberOf("F2", "usps"), TransportStatus.InTransitSorted);
        host.Journal.Hold(FakeJournal.NumberOf("F3"), HoldKind.Manifest);
        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, host);
        await Expect(page.Locator(".shipments [data-row]")).ToHaveCountAsync(3);

        await page.GetByLabel("Transport status").SelectOptionAsync("delivered");
        await Expect(page.Locator(".shipments [data-row]")).ToHaveCountAsync(1);
        await Expect(page.Locator("[data-row='dhl/F1']")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(".shipments [data-row]")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await page.GetByLabel("Holds", new() { Exact = true }).SelectOptionAsync("held");
        await Expect(page.Locator(".shipments [data-row]")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear" }).ClickAsync();
        await page.GetByLabel("Number begins with").FillAsync("f2");
        await Expect(page.Locator("[data-row='usps/F2']")).ToBeVisibleAsync();
        await Expect(page.Locator(".shipments [data-row]")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_long_list_loads_on_while_it_is_scrolled_and_keeps_few_rows_in_the_document()
    {
        await using var host = await PageHost.StartAsync();
        for (var index = 0; index < 350; index++)
        {
            host.Journal.Scan(FakeJournal.NumberOf($"L{index:000}"), TransportStatus.InTransit);
        }

        await using var context = await chromium.NewContextAsync();
        var page = await OpenAsync(context, host);
        await Expect(page.Locator("[data-row='dhl/L349']")).ToBeVisibleAsync();
        await page.Locator(".shipments .row").First.HoverAsync();
        while (await page.Locator("[data-row='dhl/L000']").CountAsync() == 0)
        {
            await page.Mouse.WheelAsync(0, 3_000);
        }

        await Expect(page.GetByText("That is all of them.")).ToBeVisibleAsync();
        Assert.InRange(await page.Locator(".shipments [data-row]").CountAsync(), 1, 80);
    }

    internal static async Task<IPage> OpenAsync(IBrowserContext context, PageHost host, string path = "")
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(host.Address, path).ToString());
        await Expect(page.Locator("[data-connection='live']")).ToBeVisibleAsync();
        return page;
    }
}
