using Microsoft.Playwright;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Page.Tests.World;

namespace Tracking.Page.Tests.Browser;

/// <summary>Screens at every width in both themes: nothing scrolls sideways. PICTURES names a folder to keep them in.</summary>
[Collection("chromium")]
public sealed class WidthTests(Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("PICTURES");

    [BrowserFact]
    public async Task No_screen_scrolls_sideways_at_any_width_in_either_theme()
    {
        await using var host = await PageHost.StartAsync(World());
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var (width, height) in new[] { (360, 740), (768, 1024), (1280, 900), (1920, 1080) })
            {
                await using var context = await chromium.NewContextAsync(width, height, scheme);
                var page = await context.NewPageAsync();
                foreach (var (name, path) in new[] { ("live", ""), ("shipment", "shipments/dhl/W0031"), ("seller", "sellers/bazaar/acme-outlet") })
                {
                    await page.GotoAsync(new Uri(host.Address, path).ToString());
                    await page.Locator("[data-row], [data-entry]").First.WaitForAsync();
                    await page.Locator("[data-connection='live']").WaitForAsync();
                    await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                    if (Folder is not null)
                    {
                        await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder, $"{name}-{width}-{scheme}.png") });
                    }

                    var wider = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - window.innerWidth");
                    Assert.True(wider <= 0, $"{name} at {width} px is {wider} px too wide.");
                }
            }
        }
    }

    private static FakeJournal World()
    {
        var journal = new FakeJournal();
        TransportStatus[] statuses =
        [
            TransportStatus.InTransitDeparted, TransportStatus.AtBorder, TransportStatus.Delivered, TransportStatus.ExceptionDamaged,
            TransportStatus.OutForDelivery, TransportStatus.AttemptedCustomsFee, TransportStatus.InTransitHandedOver, TransportStatus.Announced,
        ];
        for (var index = 0; index < 160; index++)
        {
            var number = FakeJournal.NumberOf($"W{index:0000}", index % 3 == 0 ? "dhl" : index % 3 == 1 ? "usps" : "china-post");
            journal.Scan(number, TransportStatus.AcceptedPickedUp, "CNSZX", FakeJournal.SellerOf(index % 4 == 0 ? "a-very-long-seller-account-name" : "acme-outlet"));
            journal.Scan(number, statuses[index % statuses.Length], "USLAX");
            if (index % 9 == 4)
            {
                journal.Hold(number, (HoldKind)(index % 19), "Suspected counterfeit of a recorded mark");
            }
        }

        var shown = FakeJournal.NumberOf("W0031");
        journal.Scan(shown, TransportStatus.InTransitArrived, "USLAX");
        journal.Hold(shown, HoldKind.NonIntrusiveExam);
        journal.Lift(shown);
        journal.Hold(shown, HoldKind.IprDetention);
        return journal;
    }
}
