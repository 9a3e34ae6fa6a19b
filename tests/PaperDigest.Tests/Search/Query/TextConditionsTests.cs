using PaperDigest.Search;

namespace PaperDigest.Tests.Search.Query;

public sealed class TextConditionsTests
{
    [Theory]
    [InlineData("\"objective\"", "b")]
    [InlineData("\"low rank\"", "a")]
    [InlineData("\"rank low\"", "")]
    [InlineData("\"objects the\"", "")]
    [InlineData("\"fine tuning\"", "b")]
    [InlineData("rank -objects", "")]
    [InlineData("tuning -rank", "b")]
    [InlineData("tuning -\"the objects\"", "b")]
    [InlineData("models -finetuning", "c")]
    [InlineData("ti:adapters", "a")]
    [InlineData("ti:tuning", "b")]
    [InlineData("abs:adapters", "c")]
    [InlineData("abs:\"large models\" OR \"low rank\"", "ac")]
    [InlineData("abs:models ti:objective", "b")]
    [InlineData("-rank tuning OR large", "bc")]
    [InlineData("\"nosuchword\"", "")]
    [InlineData("tuning \"of the\"", "a")]
    public void Phrases_are_exact_and_fields_and_exclusions_are_kept_to(string query, string found)
    {
        var index = new PaperIndex();
        index.Add(new IndexedPaper("a", "Adapters of low rank", "They are found by tuning of the objects."));
        index.Add(new IndexedPaper("b", "An objective for fine-tuning", "With models."));
        index.Add(new IndexedPaper("c", "Something else", "Large models with adapters."));
        index.Publish(CancellationToken.None);
        var parsed = SearchQuery.Of(query).Parsed;
        var hits = SearchHits.Of(index.View, index.WordsOf(parsed.Ranked), TextConditions.Of(parsed, index));
        Assert.Equal(found, string.Concat(hits.Papers.Concat(hits.Others).Select(index.KeyOf).Order()));
    }
}
