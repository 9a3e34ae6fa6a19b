using PaperDigest.Hosting;

namespace PaperDigest.Tests.Hosting;

public sealed class SiteOptionsTests
{
    [Theory]
    [InlineData(null, "http://127.0.0.1:5080")]
    [InlineData("http://127.0.0.1:5380", "http://127.0.0.1:5380")]
    [InlineData("http://0.0.0.0:80;https://0.0.0.0:443", "http://127.0.0.1:80")]
    [InlineData("http://*:8080", "http://127.0.0.1:8080")]
    [InlineData("http://[::]:8080", "http://127.0.0.1:8080")]
    public void Without_a_public_address_links_lead_to_where_the_program_listens(string? urls, string url) => Assert.Equal(url, SiteOptions.Listening(urls));
}
