using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Ranking;

/// <summary>Whether a night without an announcement was made up for by the next.</summary>
public sealed class MergedNightTests
{
    private static readonly AnnouncementCalendar Calendar = new([]);
    private static readonly DateOnly Wednesday = new(2026, 5, 13);

    [Fact]
    public void A_listing_of_twice_the_usual_length_holds_two_nights() =>
        Assert.Equal(new MergedNight(new DateOnly(2026, 5, 14), 820, 430), MergedNight.Of(Wednesday, Lengths(820), Calendar));

    [Theory]
    [InlineData(500)]
    [InlineData(600)]
    public void A_long_listing_is_only_long(int papers) => Assert.Null(MergedNight.Of(Wednesday, Lengths(papers), Calendar));

    [Fact]
    public void A_Tuesday_is_long_anyway()
    {
        var monday = new DateOnly(2026, 5, 11);
        var lengths = Lengths(0).Where(d => d.Key < monday).ToDictionary();
        foreach (var tuesday in (int[])[5, -2, -9]) lengths[new DateOnly(2026, 5, 12).AddDays(tuesday - 12)] = 800;
        lengths[monday.AddDays(1)] = 820;
        Assert.Null(MergedNight.Of(monday, lengths, Calendar));
        lengths[monday.AddDays(1)] = 1300;
        Assert.NotNull(MergedNight.Of(monday, lengths, Calendar));
    }

    [Fact]
    public void Without_days_to_compare_with_nothing_is_said() =>
        Assert.Null(MergedNight.Of(Wednesday, new Dictionary<DateOnly, int> { [Wednesday.AddDays(1)] = 2000, [Wednesday.AddDays(-1)] = 400 }, Calendar));

    [Fact]
    public void A_day_with_papers_is_not_merged_with_another()
    {
        var lengths = Lengths(820);
        lengths[Wednesday] = 3;
        Assert.Null(MergedNight.Of(Wednesday, lengths, Calendar));
    }

    /// <summary>Two weeks of some 430 papers a day before Wednesday, and Thursday's.</summary>
    private static Dictionary<DateOnly, int> Lengths(int thursday)
    {
        var lengths = Calendar.Between(Wednesday.AddDays(-14), Wednesday.AddDays(-1)).ToDictionary(d => d, d => d.DayOfWeek == DayOfWeek.Tuesday ? 800 : 430);
        lengths[Wednesday.AddDays(1)] = thursday;
        return lengths;
    }
}
