using PaperDigest.Ranking;

namespace PaperDigest.Tests.Ranking;

public sealed class ExplanationTests
{
    [Theory]
    [InlineData(2, 48, 2, 11.4, 13.94, "50 votes (48 counted on Hugging Face, 2 here) · 2 people commented · announced 11 hours before this ranking · score 13.9 · rank 1 of 436")]
    [InlineData(1, 0, 1, 1, 0.87, "1 vote · 1 person commented · announced 1 hour before this ranking · score 0.9 · rank 1 of 436")]
    [InlineData(2, 0, 0, 47.9, 0.28, "2 votes · announced 47 hours before this ranking · score 0.3 · rank 1 of 436")]
    [InlineData(0, 1, 0, 48, 0.14, "1 vote counted on Hugging Face · announced 2 days before this ranking · score 0.1 · rank 1 of 436")]
    [InlineData(0, 0, 0, 0.5, 0, "no votes yet; newest first · announced less than an hour before this ranking · rank 1 of 436")]
    [InlineData(0, 0, 3, 24, 0, "no votes yet; newest first · 3 people commented · announced 24 hours before this ranking · rank 1 of 436")]
    public void It_says_in_words_what_the_score_was_made_of(int here, int outside, int commenters, double hours, double score, string words)
    {
        var paper = new RankedPaper
        {
            ArxivId = "2605.00001", Rank = 1, Score = score, WeightedVotes = here, Votes = here, OutsideVotes = outside,
            Commenters = commenters, AgeHours = hours,
        };
        Assert.Equal(words, Explanation.InWords(paper, 436));
    }

    [Theory]
    [InlineData(12, 5.1, 0, "12 votes · counting as 5.1, because votes without an account count less · announced 1 hour")]
    [InlineData(1, 0.3, 0, "1 vote · counting as 0.3, because")]
    [InlineData(2, 1.3, 10, "12 votes (10 counted on Hugging Face, 2 here) · counting as 11.3, because")]
    [InlineData(3, 2.9999999, 0, "3 votes · announced")]
    public void It_says_what_votes_count_for_where_some_weigh_less(int here, double weight, int outside, string words)
    {
        var paper = new RankedPaper { ArxivId = "2605.00001", Rank = 1, Score = 1, WeightedVotes = weight, Votes = here, OutsideVotes = outside, AgeHours = 1 };
        Assert.StartsWith(words, Explanation.InWords(paper, 436), StringComparison.Ordinal);
    }
}
