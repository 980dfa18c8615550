using System.Net;
using System.Net.Sockets;
using Tracking.Dashboard.Commands;

namespace Tracking.Dashboard.Hosting;

/// <summary>Looks before the start whether the addresses can be listened on, so that the answer is one sentence.</summary>
internal static class Ports
{
    public static void CheckFree(string url, string setting)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp)
        {
            throw new CommandFailedException($"{setting} is '{url}'; give an address such as http://localhost:8080.", ExitCodes.WrongInput);
        }

        try
        {
            using var probe = new TcpListener(uri.IsLoopback ? IPAddress.Loopback : IPAddress.Any, uri.Port);
            probe.Start();
        }
        catch (SocketException exception)
        {
            throw new CommandFailedException(
                $"Port {uri.Port} cannot be listened on ({exception.SocketErrorCode}): stop what uses it, or choose another with --{setting}=http://localhost:{uri.Port + 1000}.",
                ExitCodes.WrongInput,
                exception);
        }
    }
}
