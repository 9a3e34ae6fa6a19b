using System.Globalization;
using PaperDigest.Catalogue;
using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings.Calendar;

/// <summary>What becomes of a watched listing by what a try saw.</summary>
public sealed class WatchDecisionTests
{
    private static readonly DateOnly Wednesday = new(2026, 5, 13);
    private static readonly DateTimeOffset Morning = new(2026, 5, 13, 10, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset NextDay = Morning.AddDays(1);

    [Fact]
    public void What_the_feed_brought_is_whole_and_compared_four_hours_later() =>
        Assert.Equal("Whole 0 13 14:00", After(Watch(), FromFeed, Morning));

    [Fact]
    public void What_was_read_again_is_compared_when_it_was_to_be()
    {
        var watch = Watch();
        After(watch, FromFeed, Morning);
        Assert.Equal("Whole 0 13 14:00", After(watch, FromFeed, Morning.AddHours(1)));
    }

    [Fact]
    public void What_was_compared_is_settled_and_counts_what_was_filled_in()
    {
        var watch = Watch();
        After(watch, FromFeed, Morning);
        Assert.Equal("Whole 0 -", After(watch, FromFeed with { IsReconciled = true, FilledIn = 2 }, Morning.AddHours(4)));
        Assert.Equal((2, Morning.AddHours(4)), (watch.FilledIn, watch.ReconciledAt));
    }

    [Fact]
    public void A_comparison_that_fails_leaves_the_listing_in_and_is_tried_again()
    {
        var watch = Watch();
        After(watch, FromFeed, Morning);
        Assert.Equal("Whole 1 13 14:10", After(watch, Report(CategoryOutcome.Refused), Morning.AddHours(4)));
        Assert.Equal("Whole 2 13 14:30", After(watch, Report(CategoryOutcome.Nothing, ListingSource.Oai), Morning.AddHours(4).AddMinutes(10)));
    }

    [Fact]
    public void A_feed_at_its_limit_is_truncated_until_the_records_have_told_the_rest()
    {
        var watch = Watch();
        Assert.Equal("Truncated 0 13 10:10", After(watch, FromFeed with { IsTruncated = true }, Morning));
        Assert.Equal("Truncated 1 13 10:20", After(watch, Report(CategoryOutcome.Refused), Morning.AddMinutes(10)));
        Assert.Equal("Whole 0 -", After(watch, FromFeed with { IsReconciled = true, FilledIn = 40 }, Morning.AddMinutes(20)));
    }

    [Fact]
    public void A_truncated_feed_that_was_filled_in_at_once_is_whole() =>
        Assert.Equal("Whole 0 -", After(Watch(), FromFeed with { IsTruncated = true, IsReconciled = true }, Morning));

    [Theory]
    [InlineData(CategoryOutcome.Nothing, "Late 1 13 10:10")]
    [InlineData(CategoryOutcome.Stale, "Stale 1 13 10:10")]
    [InlineData(CategoryOutcome.Refused, "Refused 1 13 10:10")]
    internal void What_is_missing_is_asked_for_again(CategoryOutcome outcome, string standing) =>
        Assert.Equal(standing, After(Watch(), Report(outcome), Morning));

    [Fact]
    public void The_steps_go_on_widening_whatever_keeps_it_away()
    {
        var watch = Watch();
        After(watch, Report(CategoryOutcome.Nothing), Morning);
        After(watch, Report(CategoryOutcome.Refused), Morning);
        Assert.Equal("Stale 3 13 10:40", After(watch, Report(CategoryOutcome.Stale), Morning));
    }

    [Fact]
    public void Before_the_feeds_switch_it_is_awaited() =>
        Assert.Equal("Awaited 1 13 04:10", After(Watch(), Report(CategoryOutcome.Nothing), Morning.AddHours(-8)));

    [Fact]
    public void A_category_is_quiet_when_two_sources_say_so_twice()
    {
        var watch = Watch();
        Assert.Equal("Quiet 1 13 14:00", After(watch, Report(CategoryOutcome.Nothing, ListingSource.Oai), Morning));
        Assert.Equal("Quiet 2 -", After(watch, Report(CategoryOutcome.Nothing, ListingSource.Oai), Morning.AddHours(4)));
    }

    [Fact]
    public void A_category_that_only_seemed_quiet_is_late()
    {
        var watch = Watch();
        After(watch, Report(CategoryOutcome.Nothing, ListingSource.Oai), Morning);
        Assert.StartsWith("Late", After(watch, Report(CategoryOutcome.Nothing, ListingSource.Feed), Morning.AddHours(4)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missed_day_is_rebuilt_and_settled() =>
        Assert.Equal("Rebuilt 0 -", After(Watch(), Report(CategoryOutcome.Stored, ListingSource.Oai), NextDay));

    [Fact]
    public void What_was_rebuilt_too_early_waits_for_its_feed()
    {
        var watch = Watch();
        Assert.Equal("Rebuilt 0 13 04:10", After(watch, Report(CategoryOutcome.Stored, ListingSource.Oai), Morning.AddHours(-8)));
        Assert.Equal("Rebuilt 1 13 10:10", After(watch, Report(CategoryOutcome.Nothing), Morning));
        Assert.Equal("Whole 0 13 14:00", After(watch, FromFeed, Morning));
    }

    [Fact]
    public void A_weekday_that_nobody_announced_is_believed_after_three_answers()
    {
        var watch = Watch();
        for (var attempt = 1; attempt < 3; attempt++)
            Assert.Equal($"None {attempt}", After(watch, Report(CategoryOutcome.Nothing, ListingSource.Oai), NextDay, hasPapers: false)[..6]);
        Assert.Equal("None 3 -", After(watch, Report(CategoryOutcome.Nothing, ListingSource.Oai), NextDay, hasPapers: false));
    }

    [Fact]
    public void A_holiday_is_looked_at_once()
    {
        var watch = Watch();
        WatchDecision.Apply(watch, Report(CategoryOutcome.Nothing, ListingSource.Feed), new WatchTry(Wednesday, [], Morning) { IsExpected = false });
        Assert.Equal("None 1 -", Standing(watch));
    }

    [Fact]
    public void After_a_week_nothing_more_is_asked()
    {
        Assert.Equal("Refused 1 -", After(Watch(), Report(CategoryOutcome.Refused), Morning.AddDays(8)));
        Assert.Equal("Whole 0 -", After(Watch(), FromFeed, Morning.AddDays(200)));
    }

    private static CategoryReport FromFeed => Report(CategoryOutcome.Stored, ListingSource.Feed);

    private static CategoryReport Report(CategoryOutcome outcome, ListingSource? source = null) => new("cs.CL", outcome) { Source = source };

    private static ListingWatch Watch() => new() { Date = Wednesday, Category = "cs.CL" };

    private static string After(ListingWatch watch, CategoryReport report, DateTimeOffset now, bool hasPapers = true)
    {
        WatchDecision.Apply(watch, report, new WatchTry(Wednesday, [report], now) { HasPapers = hasPapers });
        return Standing(watch);
    }

    private static string Standing(ListingWatch watch) =>
        $"{watch.State} {watch.Attempts} {watch.NextTryAt?.ToString("dd HH:mm", CultureInfo.InvariantCulture) ?? "-"}";
}
