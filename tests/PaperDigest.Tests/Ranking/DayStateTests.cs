using PaperDigest.Catalogue;
using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Ranking;

public sealed class DayStateTests
{
    private static readonly Day Tuesday = new(new DateOnly(2026, 5, 12)) { IsRanked = true, Papers = 436, NewCount = 400, CrossCount = 36 };

    [Fact]
    public void A_whole_day_says_how_much_and_when() => Assert.Equal(
        new DayState(true, "436 papers announced on Monday at 20:00 Eastern Time, both categories in"),
        DayState.Of(Tuesday, [new("cs.AI", 200, true), new("cs.CL", 236, true)], Wanted(["cs.AI", "cs.CL"])));

    [Fact]
    public void What_is_missing_is_named() => Assert.Equal(
        new DayState(false, "436 papers announced on Monday at 20:00 Eastern Time; not in yet: cs.CL, stat.ML"),
        DayState.Of(Tuesday, [new("cs.AI", 436, true)], Wanted(["cs.AI", "cs.CL", "stat.ML"])));

    [Fact]
    public void What_is_waited_for_says_why_and_until_when() => Assert.Equal(
        new DayState(false, "436 papers announced on Monday at 20:00 Eastern Time; 1 of 2 categories in, cs.CL late; next try 04:20 UTC"),
        DayState.Of(Tuesday, [new("cs.AI", 436, true)], Wanted(["cs.AI", "cs.CL"], Watch("cs.CL", ListingWatchState.Late))));

    [Fact]
    public void What_was_not_read_from_the_feeds_is_named() => Assert.Equal(
        new DayState(false, "436 papers announced on Monday at 20:00 Eastern Time; rebuilt from arXiv's records, without the feeds: cs.AI"),
        DayState.Of(Tuesday, [new("cs.AI", 400, false), new("cs.CL", 36, true)], Wanted(["cs.AI", "cs.CL"])));

    [Fact]
    public void What_was_filled_in_is_counted() => Assert.Equal(
        new DayState(true, "436 papers announced on Monday at 20:00 Eastern Time, both categories in; left out by the feeds and filled in from arXiv's records: 3 in cs.AI"),
        DayState.Of(Tuesday, [new("cs.AI", 200, true) { FilledIn = 3 }, new("cs.CL", 236, true)], Wanted(["cs.AI", "cs.CL"])));

    [Fact]
    public void A_feed_that_ended_at_its_limit_is_not_whole() => Assert.Equal(
        new DayState(false, "436 papers announced on Monday at 20:00 Eastern Time; cs.AI cut off at the feed's limit, the rest is still to be filled in"),
        DayState.Of(Tuesday, [new("cs.AI", 436, true)], Wanted(["cs.AI"], Watch("cs.AI", ListingWatchState.Truncated))));

    [Theory]
    [InlineData(0, 436, null)]
    [InlineData(45, 448, "45 papers chosen on Hugging Face, 12 of them announced on other days")]
    [InlineData(45, 436, "45 papers chosen on Hugging Face")]
    [InlineData(1, 437, "1 paper chosen on Hugging Face, announced on other days")]
    public void What_people_chose_is_counted_apart(int chosen, int papers, string? words) =>
        Assert.Equal(words, DayState.OfCurated(Tuesday with { CuratedCount = chosen, Papers = papers }));

    [Fact]
    public void A_sample_is_called_one_and_lacks_nothing() => Assert.Equal(
        new DayState(true, "1 paper from the bundled sample"),
        DayState.Of(Tuesday with { IsSample = true, Papers = 1 }, [new("cs.AI", 1, false)], Wanted(["cs.AI", "cs.CL"])));

    private static DayWanted Wanted(string[] categories, params ListingWatch[] watches) =>
        new(categories, watches, new AnnouncementCalendar([]), new DateTimeOffset(2026, 5, 12, 4, 10, 0, TimeSpan.Zero));

    private static ListingWatch Watch(string category, ListingWatchState state) => new()
    {
        Date = Tuesday.Date, Category = category, State = state, NextTryAt = new DateTimeOffset(2026, 5, 12, 4, 20, 0, TimeSpan.Zero),
    };
}
