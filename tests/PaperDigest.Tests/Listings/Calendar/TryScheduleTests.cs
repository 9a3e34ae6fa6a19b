using System.Globalization;
using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings.Calendar;

/// <summary>When listings are asked for.</summary>
public sealed class TryScheduleTests
{
    private static readonly DateOnly Wednesday = new(2026, 5, 13);

    [Theory]
    [InlineData("2026-05-13", "2026-05-13T04:10Z")]
    [InlineData("2026-01-14", "2026-01-14T05:10Z")]
    // The clocks change on the Sundays 8 March and 1 November.
    [InlineData("2026-03-06", "2026-03-06T05:10Z")]
    [InlineData("2026-03-09", "2026-03-09T04:10Z")]
    [InlineData("2026-10-30", "2026-10-30T04:10Z")]
    [InlineData("2026-11-02", "2026-11-02T05:10Z")]
    public void The_first_try_is_ten_minutes_after_midnight_in_Ithaca(string day, string first) =>
        Assert.Equal(At(first), TrySchedule.FirstFor(DateOnly.Parse(day, CultureInfo.InvariantCulture)));

    [Fact]
    public void The_steps_widen_to_six_hours_and_reach_into_the_night()
    {
        var tries = new List<string>();
        var now = TrySchedule.FirstFor(Wednesday);
        for (var attempt = 1; attempt <= 9; attempt++)
        {
            now = TrySchedule.After(attempt, Wednesday, now)!.Value;
            tries.Add(now.ToString("dd HH:mm", CultureInfo.InvariantCulture));
        }
        Assert.Equal(["13 04:20", "13 04:40", "13 05:20", "13 06:40", "13 09:20", "13 14:40", "13 20:40", "14 02:40", "14 08:40"], tries);
    }

    [Fact]
    public void A_week_later_it_is_given_up()
    {
        Assert.NotNull(TrySchedule.After(30, Wednesday, At("2026-05-21T03:59Z")));
        Assert.Null(TrySchedule.After(30, Wednesday, At("2026-05-21T04:00Z")));
        Assert.Null(TrySchedule.Comparison(Wednesday, At("2026-05-21T04:00Z")));
    }

    [Theory]
    [InlineData("2026-05-13T00:00Z", "2026-05-13T01:00Z")]
    [InlineData("2026-05-13T00:59Z", "2026-05-13T01:00Z")]
    [InlineData("2026-05-13T01:00Z", "2026-05-13T01:00Z")]
    [InlineData("2026-05-12T23:59Z", "2026-05-12T23:59Z")]
    // In winter 20:00 in Ithaca is an hour later.
    [InlineData("2026-01-14T00:30Z", "2026-01-14T02:00Z")]
    [InlineData("2026-01-14T01:30Z", "2026-01-14T02:00Z")]
    [InlineData("2026-01-14T02:00Z", "2026-01-14T02:00Z")]
    public void The_hours_of_the_announcement_are_left_to_arXiv(string instant, string free) => Assert.Equal(At(free), TrySchedule.AfterTheRush(At(instant)));

    [Fact]
    public void Nothing_is_tried_before_the_feeds_can_have_it() =>
        Assert.Equal(At("2026-05-13T04:10Z"), TrySchedule.After(1, Wednesday, At("2026-05-13T01:30Z")));

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
