using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tracking.Dashboard.Officers;
using Tracking.Journal;

namespace Tracking.Page.Tests.World;

/// <summary>The page's server over the test world, on a free port, with a hand on its live connections.</summary>
internal sealed class PageHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, HttpContext> _live = new();
    private volatile bool _closed;

    private PageHost(WebApplication app, FakeJournal journal) => (_app, Journal) = (app, journal);

    public FakeJournal Journal { get; }

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    public static async Task<PageHost> StartAsync(FakeJournal? journal = null)
    {
        journal ??= new FakeJournal();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<IJournalReader>(journal);
        builder.Services.AddSingleton(FakeGrains.Over(journal));
        builder.AddOfficersPage(page => (page.Demo, page.Embedded) = (true, true));
        var app = builder.Build();
        var host = new PageHost(app, journal);
        app.Use(host.WatchLiveAsync);
        app.MapOfficersPage();
        await app.StartAsync();
        return host;
    }

    /// <summary>Cuts every live connection, and refuses new ones until <see cref="Restore"/>.</summary>
    public void Cut()
    {
        _closed = true;
        foreach (var context in _live.Values)
        {
            context.Abort();
        }
    }

    public void Restore() => _closed = false;

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task WatchLiveAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.Request.Path.StartsWithSegments(OfficersPage.LivePath))
        {
            await next(context);
        }
        else if (_closed)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
        else
        {
            _live[context.TraceIdentifier] = context;
            await next(context);
            _live.TryRemove(context.TraceIdentifier, out _);
        }
    }
}
