using PaperDigest.Ranking;

namespace PaperDigest.Tests.Ranking;

public sealed class NoListingTests
{
    // A Tuesday, late in the evening in New York, where it is Wednesday already by UTC.
    private static readonly DateTimeOffset Now = new(2026, 5, 13, 2, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("2026-05-16", "Saturdays and Sundays")]
    [InlineData("2026-05-17", "Saturdays and Sundays")]
    [InlineData("2026-05-13", "still to come")]
    [InlineData("2026-05-12", "not been taken in yet")]
    [InlineData("2026-05-11", "holiday")]
    public void A_date_without_a_listing_says_why(string date, string why) =>
        Assert.Contains(why, NoListing.Because(new Day(DateOnly.Parse(date, null)), Now));

    [Fact]
    public void A_listing_that_is_not_ranked_yet_is_on_its_way() =>
        Assert.Contains("put in order", NoListing.Because(new Day(new DateOnly(2026, 5, 12)) { AnnouncedAt = Now }, Now));
}
