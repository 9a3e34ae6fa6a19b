using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Ranking;

public sealed class TrendWindowTests
{
    private static readonly DateOnly Latest = new(2026, 5, 12);
    private static readonly DateTimeOffset Now = TestClock.Noon;

    [Theory]
    [InlineData(7, 36, 0.5)]
    [InlineData(7, 72, 0.25)]
    [InlineData(30, 168, 0.5)]
    [InlineData(7, 0, 1)]
    [InlineData(7, -1, 1)]
    public void A_vote_counts_half_for_each_half_life_of_its_age(int days, double hours, double counts) =>
        Assert.Equal(counts, Of(days).Weigh(At(hours)), 1e-9);

    [Fact]
    public void What_came_between_two_looks_counts_as_if_it_had_come_evenly()
    {
        var window = Of(7);
        var evenly = Enumerable.Range(0, 10_000).Average(n => window.Weigh(At(10 + (40 * (n + 0.5) / 10_000))));
        Assert.Equal(evenly, window.Weigh(new Gain(Now.AddHours(-50), Now.AddHours(-10), 1, 1)), 1e-6);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(23, 1)]
    [InlineData(25, 0)]
    public void Today_counts_the_votes_of_a_day_in_full_and_no_others(double hours, double counts) =>
        Assert.Equal(counts, TrendWindow.Of(1, DateOnly.FromDateTime(Now.UtcDateTime), Now).Weigh(At(hours)));

    [Fact]
    public void Today_goes_back_to_the_latest_list_over_a_weekend()
    {
        var sunday = new DateTimeOffset(2026, 5, 17, 12, 0, 0, TimeSpan.Zero);
        var window = TrendWindow.Of(1, new DateOnly(2026, 5, 15), sunday);
        Assert.Equal(1, window.Weigh(new Gain(sunday.AddHours(-59), sunday.AddHours(-59), 1, 1)));
        Assert.Equal(0, window.Weigh(new Gain(sunday.AddHours(-61), sunday.AddHours(-61), 1, 1)));
    }

    [Fact]
    public void Of_a_gain_that_began_earlier_today_counts_its_share() =>
        Assert.Equal(3, TrendWindow.Of(1, DateOnly.FromDateTime(Now.UtcDateTime), Now).Weigh(new Gain(Now.AddHours(-32), Now.AddHours(0), 4, 4)), 1e-9);

    private static TrendWindow Of(int days) => TrendWindow.Of(days, Latest, Now);

    private static Gain At(double hours) => new(Now.AddHours(-hours), Now.AddHours(-hours), 1, 1);
}
