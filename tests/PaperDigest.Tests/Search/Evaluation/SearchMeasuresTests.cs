using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class SearchMeasuresTests
{
    private static readonly Dictionary<string, int> Grades = new() { ["a"] = 2, ["b"] = 1, ["c"] = 0 };

    [Fact]
    public void The_best_order_is_worth_one() => Assert.Equal(new SearchMeasures(1, 1, 1), SearchMeasures.Of(["a", "b", "c"], Grades));

    [Fact]
    public void A_worse_order_is_worth_what_the_formulas_say()
    {
        // Gains of 1 at place 2 and 3 at place 3, against 3 at place 1 and 1 at place 2.
        var measures = SearchMeasures.Of(["c", "b", "a"], Grades)!;
        Assert.Equal(((1 / Math.Log2(3)) + (3 / Math.Log2(4))) / (3 + (1 / Math.Log2(3))), measures.Ndcg10, 1e-9);
        Assert.Equal(((1 / 2.0) + (2 / 3.0)) / 2, measures.Map, 1e-9);
    }

    [Fact]
    public void Recall_ends_at_fifty_and_gain_at_ten()
    {
        var ranking = Enumerable.Range(0, 50).Select(n => $"x{n}").Append("a").ToList();
        Assert.Equal(new SearchMeasures(0, 1 / 51.0 / 2, 0), SearchMeasures.Of(ranking, Grades));
    }

    [Fact]
    public void A_query_that_nothing_answers_is_not_measured() => Assert.Null(SearchMeasures.Of(["c"], new Dictionary<string, int> { ["c"] = 0 }));
}
