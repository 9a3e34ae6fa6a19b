using System.Net;
using System.Net.Sockets;

namespace PaperDigest.Hosting;

/// <summary>
/// Whom a limit counts as one: an IPv4 address, or the /64 of an IPv6 address, which is what one subscriber is given and can
/// choose addresses from as he likes.
/// </summary>
internal static class Network
{
    private const int PrefixBytes = 8;

    /// <summary>The network of the request's sender; an empty text for a sender without an address.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (address.AddressFamily != AddressFamily.InterNetworkV6) return address.ToString();
        var bytes = address.GetAddressBytes();
        bytes.AsSpan(PrefixBytes).Clear();
        return $"{new IPAddress(bytes)}/64";
    }
}
