using PaperDigest.Ranking;

namespace PaperDigest.Tests.Ranking;

public sealed class DayStateTests
{
    private static readonly Day Tuesday = new(new DateOnly(2026, 5, 12)) { IsRanked = true, Papers = 436 };

    [Fact]
    public void A_whole_day_says_how_much_and_when() => Assert.Equal(
        new DayState(true, "436 papers announced on Monday at 20:00 Eastern Time, both categories in"),
        DayState.Of(Tuesday, [new("cs.AI", 200, true), new("cs.CL", 236, true)], ["cs.AI", "cs.CL"]));

    [Fact]
    public void What_is_missing_is_named() => Assert.Equal(
        new DayState(false, "436 papers announced on Monday at 20:00 Eastern Time; not in yet: cs.CL, stat.ML"),
        DayState.Of(Tuesday, [new("cs.AI", 436, true)], ["cs.AI", "cs.CL", "stat.ML"]));

    [Fact]
    public void What_was_not_read_from_the_feeds_is_named() => Assert.Equal(
        new DayState(false, "436 papers announced on Monday at 20:00 Eastern Time; rebuilt from arXiv's records, without the feeds: cs.AI"),
        DayState.Of(Tuesday, [new("cs.AI", 400, false), new("cs.CL", 36, true)], ["cs.AI", "cs.CL"]));

    [Fact]
    public void A_sample_is_called_one_and_lacks_nothing() => Assert.Equal(
        new DayState(true, "1 paper from the bundled sample"),
        DayState.Of(Tuesday with { IsSample = true, Papers = 1 }, [new("cs.AI", 1, false)], ["cs.AI", "cs.CL"]));
}
