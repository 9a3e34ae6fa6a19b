using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

/// <summary>On which dates there is a listing, by the dates of 2025 and 2026 on which arXiv was seen to have none.</summary>
public sealed class AnnouncementCalendarTests
{
    private static readonly AnnouncementCalendar Calendar = new(
        new[]
        {
            "2025-06-19", "2025-07-06", "2025-09-01", "2025-12-25", "2025-12-30", "2026-01-01", "2026-01-19", "2026-06-19", "2026-11-26",
            "2026-12-25", "2026-12-29", "2026-12-31",
        }.Select(date => new ArxivHoliday(Day(date), $"Holiday of {date}")));

    [Theory]
    [InlineData("2025-06-20")]
    [InlineData("2025-07-07")]
    [InlineData("2025-09-02")]
    [InlineData("2025-12-26")]
    [InlineData("2025-12-31")]
    [InlineData("2026-01-02")]
    [InlineData("2026-01-20")]
    [InlineData("2026-06-22")]
    [InlineData("2026-11-27")]
    [InlineData("2026-12-28")]
    [InlineData("2026-12-30")]
    [InlineData("2027-01-01")]
    public void The_listing_that_a_holiday_would_have_closed_is_left_out(string date)
    {
        Assert.False(Calendar.IsExpected(Day(date)));
        Assert.NotNull(Calendar.HolidayBehind(Day(date)));
    }

    [Theory]
    [InlineData("2026-11-26")]
    [InlineData("2026-11-30")]
    [InlineData("2026-12-25")]
    [InlineData("2026-12-29")]
    [InlineData("2026-12-31")]
    [InlineData("2025-07-04")]
    public void The_holiday_itself_and_the_day_after_the_gap_have_one(string date) => Assert.True(Calendar.IsExpected(Day(date)));

    [Theory]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-22")]
    public void A_weekend_has_none_and_no_holiday_is_to_blame(string date)
    {
        Assert.False(Calendar.IsExpected(Day(date)));
        Assert.Null(Calendar.HolidayBehind(Day(date)));
    }

    [Theory]
    [InlineData("2026-11-19", "2026-11-20")]
    [InlineData("2026-11-20", "2026-11-23")]
    [InlineData("2026-11-26", "2026-11-30")]
    [InlineData("2026-06-19", "2026-06-23")]
    public void The_next_listing_is_beyond_weekends_and_holidays(string after, string next) => Assert.Equal(Day(next), Calendar.Next(Day(after)));

    [Fact]
    public void The_week_of_Thanksgiving_has_four_listings() => Assert.Equal(
        ["2026-11-23", "2026-11-24", "2026-11-25", "2026-11-26"],
        Calendar.Between(Day("2026-11-21"), Day("2026-11-29")).Select(d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [Theory]
    // 14:00 in Ithaca is 18:00 UTC in summer and 19:00 in winter.
    [InlineData("2026-05-12T17:59:00Z", "2026-05-13")]
    [InlineData("2026-05-12T18:00:00Z", "2026-05-14")]
    [InlineData("2026-01-13T18:59:00Z", "2026-01-14")]
    [InlineData("2026-01-13T19:00:00Z", "2026-01-15")]
    // Thursday's late ones wait for Sunday evening; what Friday afternoon and the weekend bring, for Monday evening.
    [InlineData("2026-05-14T20:00:00Z", "2026-05-18")]
    [InlineData("2026-05-15T17:00:00Z", "2026-05-18")]
    [InlineData("2026-05-15T19:00:00Z", "2026-05-19")]
    [InlineData("2026-05-17T15:00:00Z", "2026-05-19")]
    // The clocks change on Sunday 8 March and Sunday 1 November 2026.
    [InlineData("2026-03-06T18:59:00Z", "2026-03-09")]
    [InlineData("2026-03-09T17:59:00Z", "2026-03-10")]
    [InlineData("2026-11-02T18:59:00Z", "2026-11-03")]
    // Nothing is announced on the evening of Thanksgiving.
    [InlineData("2026-11-26T15:00:00Z", "2026-11-30")]
    public void A_version_is_announced_no_earlier_than_its_deadline_lets_it(string submitted, string listing) =>
        Assert.Equal(Day(listing), Calendar.EarliestFor(DateTimeOffset.Parse(submitted, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_calendar_of_nothing_but_holidays_does_not_search_for_ever()
    {
        var days = Enumerable.Range(0, 2000).Select(n => new ArxivHoliday(Day("2026-01-01").AddDays(n), "Away"));
        Assert.False(new AnnouncementCalendar(days).IsExpected(new AnnouncementCalendar(days).Next(Day("2026-01-01"))));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
