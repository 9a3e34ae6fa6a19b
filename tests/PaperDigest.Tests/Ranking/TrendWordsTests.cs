using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Ranking;

public sealed class TrendWordsTests
{
    private static readonly DateOnly Latest = new(2026, 5, 12);

    [Fact]
    public void A_score_over_weeks_is_the_sum_of_what_is_named() => Assert.Equal(
        "6 votes (4 counted on Hugging Face, 2 here), 2 of the last day · they count as 3.3, for a vote counts half after 36 hours and half again after as long; votes without an account count less"
        + " · 1 person commented, adding 0.5 · first listed 2 days ago · score 3.8 · place 1 of 31",
        TrendWords.Of(Trend(7)));

    [Fact]
    public void A_score_of_today_says_what_it_is_divided_by() => Assert.Equal(
        "6 votes (4 counted on Hugging Face, 2 here), 2 of the last day · those since 11 May 16:00 UTC count, as 1.3; votes without an account count less"
        + " · 1 person commented, adding 0.5 · first listed 2 days ago · score 0.2, which is all that over the square root of the age in hours and two more · place 1 of 31",
        TrendWords.Of(Trend(1)));

    [Fact]
    public void Votes_that_have_faded_are_little_but_not_nothing() =>
        Assert.Contains("score less than 0.1", TrendWords.Of(Trend(7) with { Score = 0.0001 }), StringComparison.Ordinal);

    private static Trend Trend(int days)
    {
        var now = TestClock.Noon;
        var history = new TrendHistory("2605.00001", new DateOnly(2026, 5, 10))
        {
            Votes = [new Gain(now, now, 1, 1), new Gain(now, now, 1, 0.3)],
            OutsideVotes = [new Gain(now.AddHours(-36), now.AddHours(-36), 4, 4)],
            Commenters = [new Gain(now, now, 1, 1)],
        };
        return TrendScore.Of(history, TrendWindow.Of(days, Latest, now)) with { Place = 1, Papers = 31 };
    }
}
