using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Listings;

public sealed class SourceRestTests
{
    private static readonly TimeSpan ThreeSeconds = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(4, 480)]
    [InlineData(7, 3600)]
    [InlineData(int.MaxValue, 3600)]
    public void A_busy_source_rests_from_half_a_minute_to_an_hour(int before, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), SourceRest.After(new Rebuff("Busy.", false, null), before, ThreeSeconds));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(4, 16)]
    [InlineData(5, 24)]
    [InlineData(int.MaxValue, 24)]
    public void A_source_that_forbids_rests_from_an_hour_to_a_day(int before, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), SourceRest.After(new Rebuff("No.", true, null), before, ThreeSeconds));

    [Fact]
    public void What_the_source_tells_goes_before_however_often_it_has_told_it()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), SourceRest.After(new Rebuff("Busy.", false, TimeSpan.FromSeconds(1)), 9, ThreeSeconds));
        Assert.Equal(TimeSpan.FromSeconds(1), SourceRest.After(new Rebuff("No.", true, TimeSpan.FromSeconds(1)), 9, ThreeSeconds));
        Assert.Equal(TimeSpan.FromHours(5), SourceRest.After(new Rebuff("Busy.", false, TimeSpan.FromHours(5)), 0, ThreeSeconds));
    }

    [Fact]
    public void A_source_that_tells_a_year_is_asked_after_a_day() =>
        Assert.Equal(TimeSpan.FromDays(1), SourceRest.After(new Rebuff("Busy.", false, TimeSpan.FromDays(365)), 0, ThreeSeconds));

    [Fact]
    public void To_tell_no_time_at_all_tells_nothing() =>
        Assert.Equal(TimeSpan.FromSeconds(30), SourceRest.After(new Rebuff("Busy.", false, TimeSpan.Zero), 0, ThreeSeconds));
}
