using PaperDigest.Catalogue;
using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;
using static PaperDigest.Catalogue.ListingWatchState;

namespace PaperDigest.Tests.Ranking;

public sealed class NoListingTests
{
    // A Tuesday, late in the evening in New York, where it is Wednesday already by UTC.
    private static readonly DateTimeOffset Now = new(2026, 5, 13, 2, 0, 0, TimeSpan.Zero);
    private static readonly AnnouncementCalendar Calendar = new([new ArxivHoliday(new DateOnly(2026, 5, 7), "Spring Day")]);

    [Theory]
    [InlineData("2026-05-16", "Saturdays and Sundays")]
    [InlineData("2026-05-17", "Saturdays and Sundays")]
    [InlineData("2026-05-08", "nothing is announced on the evening of Spring Day, Thursday 7 May. The next listing is that of Monday 11 May.")]
    [InlineData("2026-05-14", "still to come. arXiv announces its listing on Wednesday 13 May at 20:00 Eastern Time")]
    [InlineData("2026-05-13", "Announced on Tuesday 12 May at 20:00 Eastern Time. arXiv's feeds carry it from midnight")]
    [InlineData("2026-05-12", "not been taken in yet")]
    [InlineData("2026-05-11", "never taken in here")]
    public void A_date_without_a_listing_says_why(string date, string why) =>
        Assert.Contains(why, NoListing.Because(new Day(DateOnly.Parse(date, null)), Wanted()));

    [Fact]
    public void A_listing_that_is_not_ranked_yet_is_on_its_way() =>
        Assert.Contains("put in order", NoListing.Because(new Day(new DateOnly(2026, 5, 12)) { AnnouncedAt = Now }, Wanted()));

    [Fact]
    public void A_day_that_is_waited_for_says_how_it_stands() => Assert.Equal(
        "Announced on Tuesday 12 May at 20:00 Eastern Time; none of 2 categories in, cs.AI late, cs.CL out of reach; next try 02:40 UTC.",
        NoListing.Because(new Day(new DateOnly(2026, 5, 13)), Wanted(Watch("cs.AI", Late), Watch("cs.CL", Refused))));

    [Fact]
    public void A_weekday_that_nobody_announced_is_not_called_a_holiday() => Assert.Contains(
        "Its calendar does not say why", NoListing.Because(new Day(new DateOnly(2026, 5, 13)), Wanted(Watch("cs.AI", None), Watch("cs.CL", None))));

    [Fact]
    public void A_night_that_came_with_the_next_says_so() => Assert.Contains(
        "The listing of Thursday 14 May has 820 papers, where some 430 are usual",
        NoListing.Because(new Day(new DateOnly(2026, 5, 11)), Wanted(Watch("cs.AI", None)), new MergedNight(new DateOnly(2026, 5, 14), 820, 430)));

    [Fact]
    public void A_newer_listing_is_spoken_of_only_where_it_is_waited_for()
    {
        Assert.Equal("", NoListing.Newer(new DateOnly(2026, 5, 13), Wanted()));
        Assert.Contains("next try 02:40 UTC", NoListing.Newer(new DateOnly(2026, 5, 13), Wanted(Watch("cs.AI", Late))));
        Assert.Contains("being put in order", NoListing.Newer(new DateOnly(2026, 5, 13), Wanted(Watch("cs.AI", Whole), Watch("cs.CL", Whole))));
    }

    private static DayWanted Wanted(params ListingWatch[] watches) => new(["cs.AI", "cs.CL"], watches, Calendar, Now);

    private static ListingWatch Watch(string category, ListingWatchState state) => new()
    {
        Date = new DateOnly(2026, 5, 13), Category = category, State = state, NextTryAt = Now.AddMinutes(40),
    };
}
