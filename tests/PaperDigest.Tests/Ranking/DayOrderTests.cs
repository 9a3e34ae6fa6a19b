using PaperDigest.Catalogue;
using PaperDigest.Ranking;

namespace PaperDigest.Tests.Ranking;

public sealed class DayOrderTests
{
    private static readonly DateOnly Day = new(2026, 5, 12);

    [Fact]
    public void The_higher_score_is_first_then_new_before_cross_listed_then_the_newest_id()
    {
        UnrankedPaper[] papers =
        [
            Listed("2605.00001", ListingSection.New), Listed("hep-th/9901001", ListingSection.Cross), Listed("2605.00002", ListingSection.New),
            Listed("2604.09999", ListingSection.Cross), Listed("2605.00000", ListingSection.Cross, votes: 1),
        ];

        var order = DayOrder.Of(Day, papers);

        Assert.Equal(["2605.00000", "2605.00002", "2605.00001", "2604.09999", "hep-th/9901001"], order.Select(p => p.ArxivId));
        Assert.Equal([1, 2, 3, 4, 5], order.Select(p => p.Rank));
    }

    [Fact]
    public void What_people_chose_is_first_by_score_whatever_the_others_score()
    {
        UnrankedPaper[] papers =
        [
            Listed("2605.00001", ListingSection.New, votes: 9), Listed("2605.00002", ListingSection.Cross, votes: 1) with { IsCurated = true },
            Listed("2604.00003", null, votes: 2) with { IsCurated = true }, Listed("2605.00004", ListingSection.New) with { IsCurated = true },
        ];

        var order = DayOrder.Of(Day, papers);

        Assert.Equal(["2604.00003", "2605.00002", "2605.00004", "2605.00001"], order.Select(p => p.ArxivId));
        Assert.Equal((null, true), (order[0].Section, order[0].IsCurated));
    }

    [Fact]
    public void A_place_keeps_what_its_score_was_computed_from()
    {
        var place = DayOrder.Of(Day, [new UnrankedPaper("2605.00001", ListingSection.New, 3, new TrendSignals(2.5, 4, 1, -1))]).Single();

        Assert.Equal((3, 2.5, 4, 1, 0.0), (place.Votes, place.WeightedVotes, place.OutsideVotes, place.Commenters, place.AgeHours));
        Assert.Equal(TrendScore.Of(new TrendSignals(2.5, 4, 1, 0)), place.Score);
    }

    private static UnrankedPaper Listed(string id, ListingSection? section, int votes = 0) => new(id, section, votes, new TrendSignals(votes, 0, 0, 10));
}
