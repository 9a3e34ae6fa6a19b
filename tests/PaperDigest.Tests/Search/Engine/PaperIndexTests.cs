using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class PaperIndexTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
    private readonly PaperIndex _index = new();

    [Theory]
    [InlineData("finetuning")]
    [InlineData("fine tuning")]
    [InlineData("Fine-Tuning")]
    [InlineData("tuned")]
    public void Hyphenated_words_are_found_however_they_are_written(string typed)
    {
        Publish(("1", "Fine-tuning of models"), ("2", "Something else"));
        Assert.Equal(["1"], Find(typed));
    }

    [Fact]
    public void What_was_added_is_found_once_it_is_published()
    {
        _index.Add(new IndexedPaper("1", "A first paper", ""));
        Assert.Empty(Find("first"));
        _index.Publish(Cancel);
        Assert.Equal(["1"], Find("first"));
    }

    [Fact]
    public void A_newer_version_takes_the_place_of_the_older()
    {
        Publish(("1", "Old words"), ("2", "Other words"));
        Publish(("1", "New words"));
        Assert.Empty(Find("old"));
        Assert.Equal(["1"], Find("new"));
        Assert.Equal(["1", "2"], Find("words").Order());
    }

    [Fact]
    public void A_removed_paper_is_not_found_and_may_come_back()
    {
        Publish(("1", "Some words"), ("2", "More words"));
        _index.Remove("1");
        _index.Remove("never there");
        _index.Publish(Cancel);
        Assert.Equal(["2"], Find("words"));
        Publish(("1", "Some words"));
        Assert.Equal(["1", "2"], Find("words").Order());
    }

    [Fact]
    public void Papers_that_come_by_and_by_are_ranked_as_if_they_had_come_at_once()
    {
        var papers = Enumerable.Range(0, 60).Select(n => ($"{n}", $"Paper {n % 7} on subject{n % 5} and method{n % 3}")).ToArray();
        foreach (var paper in papers) Publish(paper);
        var atOnce = new PaperIndex();
        foreach (var (key, title) in papers) atOnce.Add(new IndexedPaper(key, title, ""));
        atOnce.Publish(Cancel);
        foreach (var query in (string[])["subject3 method1", "paper", "method2"])
        {
            Assert.Equal(
                HybridRanking.Of(atOnce.View, atOnce.WordsOf(query)).Select(s => atOnce.KeyOf(s.Paper)), Find(query));
        }
    }

    [Fact]
    public void A_search_goes_on_with_the_index_it_began_with()
    {
        Publish(("1", "Some words"));
        var before = _index.View;
        Publish(("2", "Some more words"), ("1", "Replaced"));
        Assert.Single(HybridRanking.Of(before, _index.WordsOf("words")));
    }

    [Fact]
    public void A_word_in_the_title_counts_more_than_one_in_the_abstract()
    {
        _index.Add(new IndexedPaper("1", "Of apples", "They hang on pears"));
        _index.Add(new IndexedPaper("2", "Of pears", "They hang on apples"));
        _index.Publish(Cancel);
        Assert.Equal(["2", "1"], Find("pears"));
    }

    [Fact]
    public void Words_that_stand_together_count_more_than_words_apart()
    {
        _index.Add(new IndexedPaper("1", "", "graph theory meets neural tissue in a network of long and winding roads with many trees"));
        _index.Add(new IndexedPaper("2", "", "roads with many trees meet the theory of long and winding graph neural network tissue"));
        _index.Publish(Cancel);
        Assert.Equal(["2", "1"], Find("graph neural network"));
    }

    [Fact]
    public void Authors_are_found_by_their_names_without_accents()
    {
        _index.Add(new IndexedPaper("1", "Solving equations", "") { Authors = ["António González"] });
        _index.Publish(Cancel);
        Assert.Equal(["1"], Find("gonzalez equation"));
    }

    [Fact]
    public void A_query_of_nothing_but_common_words_or_unknown_ones_finds_nothing()
    {
        Publish(("1", "To be or not to be"));
        Assert.Empty(Find("to be or not"));
        Assert.Empty(Find("xyzzy"));
        Assert.Empty(Find(""));
    }

    private void Publish(params (string Key, string Title)[] papers)
    {
        foreach (var (key, title) in papers) _index.Add(new IndexedPaper(key, title, ""));
        _index.Publish(Cancel);
    }

    private string[] Find(string query) => [.. HybridRanking.Of(_index.View, _index.WordsOf(query)).Select(s => _index.KeyOf(s.Paper))];
}
