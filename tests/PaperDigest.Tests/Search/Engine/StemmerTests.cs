using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class StemmerTests
{
    // From the vocabulary that snowballstem.org publishes with the algorithm.
    [Theory]
    [InlineData("consign consigned consigning consignment", "consign")]
    [InlineData("consistency consistent consistently consists", "consist")]
    [InlineData("consolation consolations console consoled", "consol")]
    [InlineData("knightly", "knight")]
    [InlineData("models model modeling", "model")]
    [InlineData("theory theories", "theori")]
    [InlineData("hoping hopes hope", "hope")]
    [InlineData("hopping hopped hop", "hop")]
    [InlineData("generate generates generating generated", "generat")]
    [InlineData("generous generously", "generous")]
    [InlineData("relational relation", "relat")]
    [InlineData("optimization optimize optimizer", "optim")]
    [InlineData("agreed agree", "agre")]
    [InlineData("ties tied tie", "tie")]
    [InlineData("gas", "gas")]
    [InlineData("gpt4 llama3.1", "gpt4 llama3.1")]
    public void Forms_of_a_word_meet(string words, string stems) =>
        Assert.Equal(stems.Split(' '), words.Split(' ').Select(Stem).Distinct());

    private static string Stem(string word)
    {
        var letters = word.ToCharArray();
        return new string(letters, 0, Stemmer.Stem(letters));
    }
}
