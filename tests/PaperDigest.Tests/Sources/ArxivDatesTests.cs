using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivDatesTests
{
    [Theory]
    [InlineData("Fri, 29 May 2026 00:00:00 -0400", "2026-05-29T04:00:00Z")]
    [InlineData("Mon, 02 Feb 2026 00:00:00 -0500", "2026-02-02T05:00:00Z")]
    [InlineData("Fri, 29 May 2026 00:00:00 EDT", "2026-05-29T04:00:00Z")]
    [InlineData("Tue, 29 May 2026 00:00:00 -0400", "2026-05-29T04:00:00Z")] // a wrong weekday
    [InlineData("2026-09-25T00:00:00-04:00", "2026-09-25T04:00:00Z")]
    [InlineData("2026-09-25T04:00:11.600500+00:00", "2026-09-25T04:00:11.6005Z")]
    [InlineData("2026-09-25T04:00:11Z", "2026-09-25T04:00:11Z")]
    [InlineData("Mon, 2 Apr 2007 19:18:42 GMT", "2007-04-02T19:18:42Z")]
    [InlineData("Mon, 02 Apr 2007 19:18:42 GMT", "2007-04-02T19:18:42Z")]
    [InlineData("2026-05-29", "2026-05-29T00:00:00Z")]
    public void All_of_arXivs_date_forms_are_read(string text, string expected)
    {
        Assert.True(ArxivTimestamp.TryParse(text, out var instant));
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), instant);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("yesterday")]
    [InlineData("31 Feb 2026 00:00:00 GMT")]
    [InlineData("2026-13-01")]
    public void Other_text_is_no_date(string? text) => Assert.False(ArxivTimestamp.TryParse(text, out _));

    [Theory]
    [InlineData("2026-05-29", "2026-05-29T00:00:00Z")] // summer: 20:00 is midnight UTC
    [InlineData("2026-02-03", "2026-02-03T01:00:00Z")] // winter
    [InlineData("2026-06-01", "2026-06-01T00:00:00Z")] // Monday: announced on Sunday
    [InlineData("2026-03-09", "2026-03-09T00:00:00Z")] // clocks went forward on Sunday morning
    [InlineData("2026-03-06", "2026-03-06T01:00:00Z")]
    [InlineData("2026-11-02", "2026-11-02T01:00:00Z")] // clocks went back on Sunday morning
    [InlineData("2026-10-30", "2026-10-30T00:00:00Z")]
    public void A_listing_is_announced_at_eight_in_the_evening_before_it(string day, string expected) =>
        Assert.Equal(
            DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture),
            AnnouncementTime.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2026-05-29T03:59:59Z", "2026-05-28")]
    [InlineData("2026-05-29T04:00:00Z", "2026-05-29")]
    [InlineData("2026-02-03T04:59:59Z", "2026-02-02")]
    [InlineData("2026-02-03T05:00:00Z", "2026-02-03")]
    public void Feeds_switch_at_midnight_eastern_time(string now, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), ListingDate.FeedDay(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)));

    [Fact]
    public void There_are_no_listings_on_weekends()
    {
        var week = Enumerable.Range(0, 7).Select(i => new DateOnly(2026, 6, 1).AddDays(i));
        Assert.Equal([true, true, true, true, true, false, false], week.Select(ListingDate.IsWeekday));
    }
}
