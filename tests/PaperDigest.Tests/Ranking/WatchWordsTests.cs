using PaperDigest.Catalogue;
using PaperDigest.Ranking;
using static PaperDigest.Catalogue.ListingWatchState;

namespace PaperDigest.Tests.Ranking;

/// <summary>What readers are told of listings that are missing.</summary>
public sealed class WatchWordsTests
{
    private static readonly string[] Wanted = ["cs.AI", "cs.CL", "cs.CV", "cs.LG", "stat.ML"];
    private static readonly DateTimeOffset Now = new(2026, 5, 15, 1, 30, 0, TimeSpan.Zero);

    [Fact]
    public void It_is_said_what_is_in_what_is_late_and_when_it_is_tried_again() => Assert.Equal(
        "3 of 5 categories in, cs.LG and stat.ML late; next try 02:40 UTC",
        Words(["cs.AI", "cs.CL", "cs.CV"], Watch("cs.LG", Late, "02:40"), Watch("stat.ML", Late, "03:00")));

    [Fact]
    public void Different_faults_are_told_apart() => Assert.Equal(
        "2 of 5 categories in, cs.CV stale (the feed repeats the listing before), cs.LG and stat.ML out of reach; next try 02:40 UTC",
        Words(["cs.AI", "cs.CL"], Watch("cs.CV", Stale, "02:40"), Watch("cs.LG", Refused, "03:00"), Watch("stat.ML", Refused, "03:00")));

    [Fact]
    public void When_nothing_is_in_none_is() => Assert.Equal(
        "none of 5 categories in, all awaited; next try 04:10 UTC", Words([], [.. Wanted.Select(c => Watch(c, Awaited, "04:10"))]));

    [Fact]
    public void A_category_that_nobody_asked_for_is_named() => Assert.Equal(
        "3 of 5 categories in, cs.LG late, stat.ML not asked for; next try 02:40 UTC", Words(["cs.AI", "cs.CL", "cs.CV"], Watch("cs.LG", Late, "02:40")));

    [Fact]
    public void What_is_whole_or_quiet_is_not_missing() =>
        Assert.Equal("", Words(["cs.AI", "cs.CL", "cs.CV"], Watch("cs.LG", Whole, null), Watch("stat.ML", Quiet, null)));

    [Theory]
    [InlineData("01:30", "next try within minutes")]
    [InlineData("23:59", "next try 23:59 UTC")]
    [InlineData(null, "not asked for any more")]
    public void The_next_try_is_told(string? next, string words) =>
        Assert.EndsWith(words, Words(Wanted[..4], Watch("stat.ML", Late, next)), StringComparison.Ordinal);

    [Fact]
    public void A_try_on_another_day_bears_its_date()
    {
        var watch = Watch("stat.ML", Late, "02:40");
        watch.NextTryAt = watch.NextTryAt!.Value.AddDays(1);
        Assert.EndsWith("next try 16 May 02:40 UTC", Words(Wanted[..4], watch), StringComparison.Ordinal);
    }

    internal static ListingWatch Watch(string category, ListingWatchState state, string? nextTry) => new()
    {
        Date = new DateOnly(2026, 5, 15), Category = category, State = state,
        NextTryAt = nextTry is null ? null : DateTimeOffset.Parse($"2026-05-15T{nextTry}Z", null),
    };

    private static string Words(string[] here, params ListingWatch[] watches) => WatchWords.Of(Wanted, here, watches, Now);
}
