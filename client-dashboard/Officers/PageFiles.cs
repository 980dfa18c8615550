using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Tracking.Dashboard.Officers;

/// <summary>Serves the built page. Its addresses are the page's own: what is no file and no API is the page.</summary>
internal static class PageFiles
{
    // Mantine writes style elements while it runs; scripts, connections and everything else come from this host only.
    private const string ContentPolicy =
        "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        + "form-action 'none'; frame-ancestors 'none'";

    /// <summary>Maps files, headers and the page itself.</summary>
    /// <param name="app">The host.</param>
    public static void MapPageFiles(this WebApplication app)
    {
        var folder = app.Services.GetRequiredService<IOptions<OfficersPageOptions>>().Value.Folder;
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });

        var index = Path.Combine(folder, "index.html");
        if (!File.Exists(index))
        {
            app.MapFallback("{**path}", () => Results.Text(
                $"The page was not built into {folder}: build client-dashboard/Dashboard.csproj without SkipPage.", statusCode: StatusCodes.Status503ServiceUnavailable));
            return;
        }

        var files = new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = CacheFor(context.Context.Request.Path),
        };
        // Before routing, so that the fallback, which takes every address, does not hide the files.
        app.UseStaticFiles(files);
        app.UseRouting();
        app.MapGet("/assets/{**path}", () => Results.NotFound());
        app.MapFallback("{**path}", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.CacheControl = CacheControlHeaderValue.NoCacheString;
            await context.Response.SendFileAsync(index, context.RequestAborted);
        });
    }

    // Names of assets carry a hash of their content; everything else is asked for again.
    private static string CacheFor(PathString path) =>
        path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : CacheControlHeaderValue.NoCacheString;
}
