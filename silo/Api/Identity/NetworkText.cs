using System.Net;
using System.Net.Sockets;

namespace Tracking.Silo.Api.Identity;

/// <summary>Addresses of networks in one form each.</summary>
internal static class NetworkText
{
    // Of an IPv6 address the first half is the network, the second is whatever the device has thought of.
    private const int NetworkBytes = 8;
    private const int MacDigits = 12;

    /// <summary>An IP or MAC address in its normal form; null where it is none, or says nothing of where somebody is.</summary>
    public static string? Normalise(string text)
    {
        var trimmed = text.Trim();
        if (IPAddress.TryParse(trimmed, out var address))
        {
            address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            return IPAddress.IsLoopback(address) ? null
                : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"net {Convert.ToHexString(address.GetAddressBytes(), 0, NetworkBytes)}"
                : address.ToString();
        }

        var code = new string([.. trimmed.Where(char.IsAsciiHexDigit)]).ToUpperInvariant();
        return code.Length == MacDigits && trimmed.All(c => char.IsAsciiHexDigit(c) || c is ':' or '-' or '.') ? $"MAC {code}" : null;
    }
}
