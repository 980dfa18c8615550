using System.Net;
using System.Net.Sockets;

namespace Tracking.Silo.Deliveries;

/// <summary>Which addresses may be called: what a partner configures must not reach into our own network.</summary>
/// <param name="everything">Whether every address may: the embedded mode.</param>
/// <param name="permitted">Networks that may be called although they are not public.</param>
internal sealed class TargetRules(bool everything, IReadOnlyList<IPNetwork> permitted)
{
    // IANA's special-purpose registries (RFC 6890 and what followed it), multicast, and what carries an IPv4 address inside.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
            "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    /// <summary>Whether plain HTTP is permitted.</summary>
    public bool PermitsPlain => everything;

    /// <summary>Whether an address may be called.</summary>
    public bool Permits(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return everything || permitted.Any(n => n.Contains(plain)) || !Special.Any(n => n.BaseAddress.AddressFamily == plain.AddressFamily && n.Contains(plain));
    }

    /// <summary>Connects to an address of a host that may be called. What is checked is what is connected to: a name that changes its mind gains nothing.</summary>
    /// <exception cref="TargetRefusedException">None of its addresses may be called.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var addresses = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken)).Where(Permits).ToArray();
        if (addresses.Length == 0)
        {
            throw new TargetRefusedException();
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>A target that must not be called.</summary>
internal sealed class TargetRefusedException() : IOException("The target's address is not public, and its network is not permitted.");
