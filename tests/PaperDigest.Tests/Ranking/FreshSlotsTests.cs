using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Ranking;

public sealed class FreshSlotsTests
{
    private static readonly TrendWindow Window = TrendWindow.Of(7, new DateOnly(2026, 5, 12), TestClock.Noon);

    [Fact]
    public void The_fifth_and_the_tenth_place_are_kept_for_new_papers_and_say_so()
    {
        var list = FreshSlots.In(Ranked(20), [Paper("new1"), Paper("new2"), Paper("new3")]);

        Assert.Equal(["01", "02", "03", "04", "new1", "05", "06", "07", "08", "new2", "09"], list.Take(11).Select(t => t.ArxivId));
        Assert.Equal([5, 10], list.Where(t => t.IsFresh).Select(t => t.Place));
        Assert.Equal(Enumerable.Range(1, 22), list.Select(t => t.Place));
    }

    [Fact]
    public void A_paper_further_down_moves_up_and_one_of_the_first_stays()
    {
        var list = FreshSlots.In(Ranked(20), [Paper("03"), Paper("17")]);

        Assert.Equal(20, list.Count);
        Assert.Equal(["17"], list.Where(t => t.IsFresh).Select(t => t.ArxivId));
        Assert.Equal("03", list[2].ArxivId);
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    public void A_list_that_does_not_reach_a_place_has_none_kept(int ranked, int fresh) =>
        Assert.Equal(fresh, FreshSlots.In(Ranked(ranked), [Paper("new1"), Paper("new2")]).Count(t => t.IsFresh));

    [Fact]
    public void The_draw_changes_with_the_hour_and_not_within_it()
    {
        Assert.Equal(FreshSlots.Draw(TestClock.Noon), FreshSlots.Draw(TestClock.Noon.AddMinutes(59)));
        Assert.NotEqual(FreshSlots.Draw(TestClock.Noon), FreshSlots.Draw(TestClock.Noon.AddMinutes(60)));
    }

    private static List<Trend> Ranked(int count) => [.. Enumerable.Range(1, count).Select(n => Paper($"{n:00}"))];

    private static Trend Paper(string id) => new(id, 1, Window);
}
