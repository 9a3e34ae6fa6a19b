using PaperDigest.Ranking;

namespace PaperDigest.Tests.Ranking;

public sealed class TrendScoreTests
{
    [Theory]
    [InlineData(0, 0, 0, 10, 0)]
    [InlineData(4, 0, 0, 2, 2)]
    [InlineData(0, 4, 0, 2, 2)]
    [InlineData(1, 3, 0, 2, 2)]
    [InlineData(2, 48, 2, 14, 12.75)]
    [InlineData(10, 0, 4, 14, 3)]
    [InlineData(3.5, 0, 1, 2, 2)]
    public void The_score_is_votes_and_half_the_commenters_over_the_root_of_the_age(
        double votes, int outside, int commenters, double hours, double score) =>
        Assert.Equal(score, TrendScore.Of(new TrendSignals(votes, outside, commenters, hours)), 1e-6);

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 1, 0.75)]
    [InlineData(1, 2, 1)]
    [InlineData(1, 50, 1)]
    [InlineData(4, 8, 4)]
    [InlineData(4, 9, 4)]
    public void Commenters_count_up_to_two_for_each_vote(int votes, int commenters, double score) =>
        Assert.Equal(score, TrendScore.Of(new TrendSignals(votes, 0, commenters, 2)), 1e-9);

    [Fact]
    public void An_older_paper_needs_more_votes_for_the_same_score()
    {
        Assert.True(Score(10, 24) < Score(10, 2));
        Assert.Equal(Score(4, 2), Score(8, 14), 1e-9);
    }

    [Fact]
    public void A_paper_dated_ahead_of_the_clock_counts_as_just_announced() => Assert.Equal(Score(5, 0), Score(5, -3));

    private static double Score(double votes, double hours) => TrendScore.Of(new TrendSignals(votes, 0, 0, hours));
}
