using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Sources;

public sealed class OaiListingTests
{
    private static readonly DateOnly Day = new(2026, 6, 1);
    private static readonly ArxivVersion First = new(1, new DateTimeOffset(2026, 5, 28, 20, 0, 0, TimeSpan.Zero), "D");

    private static readonly ArxivRecord Record = new()
    {
        Id = ArxivId.Parse("2605.01234"),
        Datestamp = Day,
        Versions = [First],
        Title = "A title",
        Authors = ["Ada Byron"],
        Categories = ["cs.LG", "cs.AI"],
        Comments = "5 pages",
    };

    [Theory]
    [InlineData("cs.LG", AnnounceType.New)]
    [InlineData("cs.AI", AnnounceType.Cross)]
    public void The_first_version_is_new_where_it_is_primary(string asked, AnnounceType type)
    {
        var paper = OaiListing.Announced(Record, Day, [asked])!;
        Assert.Equal((type, 1, "5 pages"), (paper.AnnounceType, paper.Version, paper.Comments));
    }

    [Theory]
    [InlineData("cs.LG", AnnounceType.Replace)]
    [InlineData("cs.AI", AnnounceType.ReplaceCross)]
    public void A_later_version_replaces(string asked, AnnounceType type) =>
        Assert.Equal(type, OaiListing.Announced(Later(2, Day.AddDays(-3)), Day, [asked])!.AnnounceType);

    [Fact]
    public void What_the_listing_can_not_have_held_is_left_out()
    {
        Assert.Null(OaiListing.Announced(Record, Day, ["cs.CL"]));
        Assert.Null(OaiListing.Announced(Record, Day.AddDays(1), ["cs.LG"]));
        Assert.Null(OaiListing.Announced(Record with { Id = ArxivId.Parse("2604.01234") }, Day, ["cs.LG"]));
        Assert.Null(OaiListing.Announced(Record with { Versions = [First with { Submitted = AnnouncementTime.Of(Day).AddMinutes(1) }] }, Day, ["cs.LG"]));
        Assert.Null(OaiListing.Announced(Later(6, Day.AddDays(-3)), Day, ["cs.LG"]));
        Assert.Null(OaiListing.Announced(Later(2, Day.AddDays(-30)), Day, ["cs.LG"]));
        Assert.Null(OaiListing.Announced(new ArxivRecord { Id = Record.Id, Datestamp = Day, IsDeleted = true }, Day, ["cs.LG"]));
    }

    private static ArxivRecord Later(int version, DateOnly submitted) =>
        Record with { Versions = [First, new ArxivVersion(version, new DateTimeOffset(submitted, TimeOnly.MinValue, TimeSpan.Zero), "D")] };
}
