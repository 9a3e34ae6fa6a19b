using PaperDigest.Ranking;

namespace PaperDigest.Tests.Ranking;

public sealed class TrendMeasuresTests
{
    [Fact]
    public void The_evenings_own_order_is_perfect()
    {
        var measures = TrendMeasures.Of([(3, 30), (2, 20), (1, 10)]);
        Assert.Equal((1, 1, 1), (measures.First, measures.Ndcg10, Math.Round(measures.Tau, 9)));
    }

    [Fact]
    public void The_opposite_order_is_as_bad_as_can_be()
    {
        var measures = TrendMeasures.Of([(1, 30), (2, 20), (3, 10)]);
        Assert.Equal((0, -1), (measures.First, Math.Round(measures.Tau, 9)));
        var (log3, best) = (Math.Log2(3), 30 + (20 / Math.Log2(3)) + 5);
        Assert.Equal((10 + (20 / log3) + 15) / best, measures.Ndcg10, 1e-12);
    }

    [Fact]
    public void Ties_are_corrected_for()
    {
        // Of three pairs one is tied by score: two agree, over the root of 2 times 3.
        Assert.Equal(2 / Math.Sqrt(6), TrendMeasures.Of([(2, 30), (1, 20), (1, 10)]).Tau, 1e-12);
        Assert.Equal(0, TrendMeasures.Of([(1, 30), (1, 20)]).Tau);
    }

    [Fact]
    public void Whoever_shares_the_most_votes_is_first_enough() =>
        Assert.Equal(1, TrendMeasures.Of([(1, 30), (2, 30), (0, 1)]).First);
}
