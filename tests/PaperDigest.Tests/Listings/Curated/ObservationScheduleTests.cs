using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings.Curated;

public sealed class ObservationScheduleTests
{
    private static readonly DateOnly Tuesday = new(2026, 5, 12);
    private static readonly DateTimeOffset Noon = new(2026, 5, 12, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Todays_list_is_due_however_lately_it_was_seen() => Assert.Equal([Tuesday], Due(Noon, SeenAll(Noon.AddMinutes(-1))));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(14)]
    [InlineData(30)]
    public void A_list_is_looked_at_again_once_it_is_so_many_days_old(int days)
    {
        var age = Tuesday.AddDays(days).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var now = new DateTimeOffset(age).AddHours(10);

        Assert.Contains(Tuesday, Due(now, SeenAll(now, (Tuesday, age.AddMinutes(-1)))));
        Assert.DoesNotContain(Tuesday, Due(now, SeenAll(now, (Tuesday, age))));
    }

    [Fact]
    public void On_other_days_it_is_left_alone()
    {
        var now = Noon.AddDays(10);

        Assert.DoesNotContain(Tuesday, Due(now, SeenAll(now, (Tuesday, Noon.AddDays(8).UtcDateTime))));
    }

    [Fact]
    public void Lists_of_the_last_week_that_were_never_seen_are_made_up_for_but_not_those_of_weekends() => Assert.Equal(
        ["2026-05-12", "2026-05-11", "2026-05-08", "2026-05-07", "2026-05-06", "2026-05-05"],
        Due(Noon, new Dictionary<DateOnly, DateTimeOffset>()).Select(d => d.ToString("yyyy-MM-dd", null)));

    [Fact]
    public void A_weekend_has_no_list_of_its_own() => Assert.Empty(Due(Noon.AddDays(4), SeenAll(Noon.AddDays(4))));

    private static IReadOnlyList<DateOnly> Due(DateTimeOffset now, Dictionary<DateOnly, DateTimeOffset> seen) => ObservationSchedule.Due(seen, now);

    /// <summary>All lists seen at an instant, but for one.</summary>
    private static Dictionary<DateOnly, DateTimeOffset> SeenAll(DateTimeOffset at, params (DateOnly Date, DateTime At)[] others)
    {
        var today = DateOnly.FromDateTime(at.UtcDateTime);
        var seen = Enumerable.Range(0, 60).ToDictionary(back => today.AddDays(-back), _ => at);
        foreach (var (date, other) in others) seen[date] = new DateTimeOffset(other, TimeSpan.Zero);
        return seen;
    }
}
