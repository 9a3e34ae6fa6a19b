using System.Globalization;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Listings.Calendar;

/// <summary>Which days the job waits for.</summary>
public sealed class WatchPlanTests
{
    private static readonly AnnouncementCalendar Calendar = new([new ArxivHoliday(new DateOnly(2026, 11, 26), "Thanksgiving")]);

    [Theory]
    // On the first day with jobs there is no past to make up for.
    [InlineData("2026-05-13T10:00Z", null, "13")]
    // From 20:00 in Ithaca the next listing is announced.
    [InlineData("2026-05-12T23:59Z", null, "12")]
    [InlineData("2026-05-13T00:00Z", null, "12 13")]
    // On Friday and Saturday evenings nothing is, on Sunday evening Monday's listing.
    [InlineData("2026-05-16T02:00Z", null, "15")]
    [InlineData("2026-05-16T10:00Z", null, "")]
    [InlineData("2026-05-18T00:30Z", null, "18")]
    // What was missed is made up for, from the first day with jobs, for a week.
    [InlineData("2026-05-13T10:00Z", "2026-05-11", "11 12 13")]
    [InlineData("2026-05-13T10:00Z", "2026-01-05", "06 07 08 11 12 13")]
    public void The_newest_days_are_waited_for(string now, string? first, string days) => Assert.Equal(days, Plan(now, first));

    [Fact]
    public void A_holiday_has_one_lookout_and_all_when_it_found_something()
    {
        Assert.Equal("26 27", Plan("2026-11-27T10:00Z", "2026-11-26", isLookout: true));
        Assert.Equal("26", Plan("2026-11-27T10:00Z", "2026-11-26"));
        Assert.Equal("26 27", Plan("2026-11-27T10:00Z", "2026-11-26", has: new DateOnly(2026, 11, 27)));
    }

    private static string Plan(string now, string? first, bool isLookout = false, params DateOnly[] has) => string.Join(' ', WatchPlan.Of(
        Calendar, first is null ? null : DateOnly.Parse(first, CultureInfo.InvariantCulture), isLookout, has.ToHashSet(),
        DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).Select(d => d.ToString("dd", CultureInfo.InvariantCulture)));
}
