using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Listings;

/// <summary>Builds listings for tests.</summary>
internal static class ListedPapers
{
    public static readonly DateOnly Tuesday = new(2026, 5, 12);
    public static readonly DateOnly Wednesday = new(2026, 5, 13);

    public static ListedPaper Paper(string id, ListingSection section = ListingSection.New, int version = 1, params string[] categories) => new()
    {
        Id = ArxivId.Parse(id), Version = version, Section = section, Title = $"Paper {id}, version {version}", Abstract = $"What {id}v{version} found.",
        Authors = ["Ada Lovelace", "Zheng Wang", "Zheng Wang"], Categories = categories.Length > 0 ? categories : ["cs.CL", "cs.AI"],
    };

    public static CategoryListing Listing(DateOnly date, string category, params ListedPaper[] papers) =>
        new(date, category, ListingSource.Feed, papers);

    /// <summary>A listing of <paramref name="count"/> new papers with running numbers.</summary>
    public static CategoryListing Many(DateOnly date, string category, int from, int count, ListingSection section = ListingSection.New) =>
        Listing(date, category, [.. Enumerable.Range(from, count).Select(n => Paper($"2605.{n:00000}", section))]);
}
