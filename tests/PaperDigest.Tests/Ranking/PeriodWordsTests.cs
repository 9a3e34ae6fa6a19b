using PaperDigest.Ranking;

namespace PaperDigest.Tests.Ranking;

public sealed class PeriodWordsTests
{
    [Theory]
    [InlineData("2026-W20", "2026-05-11")]
    [InlineData("2026-W53", "2026-12-28")]
    [InlineData("2025-W01", "2024-12-30")]
    public void A_week_begins_on_its_Monday_and_is_written_as_it_was_read(string week, string monday)
    {
        Assert.True(PeriodWords.TryWeek(week, out var first));
        Assert.Equal(DateOnly.Parse(monday, null), first);
        Assert.Equal(week, PeriodWords.IsoWeek(first.AddDays(6)));
    }

    [Theory]
    [InlineData("2025-W53")]
    [InlineData("2026-W00")]
    [InlineData("2026-W5")]
    [InlineData("2026W20")]
    [InlineData("0000-W01")]
    [InlineData("9999-W52")]
    public void What_is_no_week_is_none(string week) => Assert.False(PeriodWords.TryWeek(week, out _));

    [Theory]
    [InlineData("2026-05-11", "2026-05-17", "11 to 17 May")]
    [InlineData("2026-04-27", "2026-05-03", "27 April to 3 May")]
    [InlineData("2026-12-28", "2027-01-03", "28 December 2026 to 3 January")]
    public void A_span_names_each_month_once(string from, string until, string words) =>
        Assert.Equal(words, PeriodWords.Span(DateOnly.Parse(from, null), DateOnly.Parse(until, null)));

    [Theory]
    [InlineData(ListPeriod.Day, "2026-05-12", "/papers/date/2026-05-12")]
    [InlineData(ListPeriod.Week, "2026-05-12", "/papers/week/2026-W20")]
    [InlineData(ListPeriod.Month, "2026-05-12", "/papers/month/2026-05")]
    [InlineData(ListPeriod.Month, null, "/papers/month")]
    [InlineData(ListPeriod.Trending, "2026-05-12", "/papers/trending")]
    public void Each_list_has_its_address(ListPeriod period, string? day, string path) =>
        Assert.Equal(path, PeriodWords.Path(period, day is null ? null : DateOnly.Parse(day, null)));
}
