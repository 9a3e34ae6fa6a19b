using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("Épijournal de Géométrie")]
    [InlineData("Ångström Ä and Ã alone")]
    [InlineData("Am „Spaß“ – „BESTÄ“, Ü—")]
    [InlineData("Ã and © apart, Ã ©")]
    [InlineData("日本語 naïve café 5±1 °C")]
    [InlineData("")]
    public void Text_that_is_right_is_not_repaired(string text) => Assert.Same(text, Mojibake.Repaired(text));

    [Theory]
    [InlineData("GÃ©omÃ©trie AlgÃ©brique", "Géométrie Algébrique")]
    [InlineData("Épijournal de GÃ©omÃ©trie by René", "Épijournal de Géométrie by René")] // one word wrong beside right ones
    [InlineData("éÃ©é", "ééé")]
    [InlineData("日本 Ã© mixed", "日本 é mixed")]
    [InlineData("the authorâ€™s pages 1â€“9", "the author’s pages 1–9")]
    [InlineData("MÄ“ra and Ã\u0089cole", "Mēra and École")]
    [InlineData("20Â°C and 3Âµm", "20°C and 3µm")]
    [InlineData("ÐœÐ¾ÑÐºÐ²Ð°", "МоÑква")] // a byte was lost: no guess
    [InlineData("æ—¥æœ¬", "日本")]
    public void Letters_that_are_the_bytes_of_others_become_those(string text, string expected)
    {
        Assert.Equal(expected, Mojibake.Repaired(text));
        Assert.Equal(Mojibake.Repaired(text), Mojibake.Repaired(Mojibake.Repaired(text)));
    }
}
