using PaperDigest.Listings;

namespace PaperDigest.Tests.Listings;

public sealed class StaleBatchTests
{
    [Theory]
    [InlineData(10, 10, true)]
    [InlineData(10, 9, true)]
    [InlineData(10, 8, false)]
    [InlineData(1, 1, true)]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, false)]
    public void A_feed_is_stale_when_nine_tenths_of_its_versions_were_announced_the_day_before(int announced, int before, bool stale)
    {
        var keys = Enumerable.Range(0, announced).Select(n => new PaperVersionKey($"2605.{n:00000}", 1)).ToList();
        Assert.Equal(stale, StaleBatch.Is(keys, keys.Take(before).ToHashSet()));
    }

    [Fact]
    public void A_new_version_is_not_the_one_announced_the_day_before() =>
        Assert.False(StaleBatch.Is([new("2605.00001", 2)], new HashSet<PaperVersionKey> { new("2605.00001", 1) }));
}
