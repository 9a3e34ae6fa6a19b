using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>One day of the bundled sample.</summary>
internal sealed record SampleDay(DateOnly Date, IReadOnlyList<SamplePaper> Papers)
{
    /// <summary>
    /// The day as the feeds of these categories would have shown it: new where the category is the paper's primary one,
    /// cross-listed elsewhere and where the paper had been listed before. A paper of none of them is listed where it is primary.
    /// </summary>
    public IEnumerable<CategoryListing> Listings(IReadOnlyCollection<string> categories) =>
        from paper in Papers
        let wanted = paper.Categories.Where(categories.Contains).ToList()
        from category in wanted.Count > 0 ? wanted : [paper.Categories[0]]
        let listed = Listed(paper, category)
        orderby listed.Section, listed.Id
        group listed by category into papers
        orderby papers.Key
        select new CategoryListing(Date, papers.Key, ListingSource.Sample, [.. papers]);

    private ListedPaper Listed(SamplePaper paper, string category) => new()
    {
        Id = ArxivId.Parse(paper.Id), Version = 1, Title = paper.Title, Abstract = "", Authors = paper.Authors, Categories = paper.Categories, Sample = paper,
        Section = paper.FirstListed == Date && paper.Categories[0] == category ? ListingSection.New : ListingSection.Cross,
    };
}
