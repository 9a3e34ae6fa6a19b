using System.Net;
using PaperDigest.Hosting;

namespace PaperDigest.Tests.Hosting;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("192.0.2.7", "192.0.2.7")]
    [InlineData("::ffff:192.0.2.7", "192.0.2.7")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64")]
    [InlineData("2001:db8:1:3::1", "2001:db8:1:3::/64")]
    public void An_address_of_version_6_counts_with_all_others_of_its_subscriber(string address, string network) =>
        Assert.Equal(network, Network.Of(IPAddress.Parse(address)));

    [Fact]
    public void A_sender_without_an_address_is_of_no_network() => Assert.Equal("", Network.Of((IPAddress?)null));
}
