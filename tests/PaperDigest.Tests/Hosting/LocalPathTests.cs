using PaperDigest.Hosting;

namespace PaperDigest.Tests.Hosting;

public sealed class LocalPathTests
{
    [Theory]
    [InlineData("/papers/date/2026-05-12?page=2#p2605.01234", "/papers/date/2026-05-12?page=2#p2605.01234")]
    [InlineData("/papers?q=Erdős", "/papers?q=Erd%C5%91s")]
    [InlineData("/", "/")]
    public void A_path_of_this_site_is_kept(string asked, string path) => Assert.Equal(path, LocalPath.Or(asked, "/otherwise"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("papers")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("\\\\elsewhere.example/")]
    [InlineData("/..//elsewhere.example/")]
    [InlineData("/.//elsewhere.example/")]
    [InlineData("/%2e//elsewhere.example/")]
    [InlineData("/x/..//elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData(" //elsewhere.example/")]
    public void What_leads_elsewhere_is_not_followed(string? asked) => Assert.Equal("/otherwise", LocalPath.Or(asked, "/otherwise"));

    [Theory]
    [InlineData("/\t/elsewhere.example/")]
    [InlineData("/\r\nSet-Cookie: x=1")]
    public void Control_characters_do_not_reach_the_header(string asked) => Assert.All(LocalPath.Or(asked, "/otherwise"), c => Assert.False(char.IsControl(c)));
}
