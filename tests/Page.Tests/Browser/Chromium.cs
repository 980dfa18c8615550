using Microsoft.Playwright;

namespace Tracking.Page.Tests.Browser;

/// <summary>One Chromium for all browser tests, with nothing of its own on the network.</summary>
public sealed class Chromium : IAsyncLifetime
{
    // test.sh names the one that it found or installed; who runs a test by hand has it in the usual place.
    private static readonly string?[] Candidates =
        [Environment.GetEnvironmentVariable("TRACKING_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The program, or null where none is installed.</summary>
    public static string? Program => Candidates.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Program is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Program,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }

    /// <summary>A fresh profile with its own storage.</summary>
    public Task<IBrowserContext> NewContextAsync(int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light) =>
        (_browser ?? throw new InvalidOperationException("No browser was started.")).NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = height },
            ColorScheme = scheme,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
        });
}

[CollectionDefinition("chromium")]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;

/// <summary>A test that needs a browser, and says so where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.Program is null ? "No Chromium is installed (looked for TRACKING_CHROMIUM and /usr/bin/chromium); ./test.sh installs one." : null;
}
