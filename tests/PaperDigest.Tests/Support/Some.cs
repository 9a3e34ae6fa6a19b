using PaperDigest.Catalogue;

namespace PaperDigest.Tests.Support;

/// <summary>Builds valid things, to which a test adds what it is about.</summary>
internal static class Some
{
    public static Paper Paper(string arxivId = "2605.00001", DateOnly? listed = null, params string[] categories)
    {
        string[] authors = ["Ada Lovelace", "Charles Babbage"];
        var title = $"On the matter of {arxivId}";
        return new Paper
        {
            ArxivId = arxivId, Title = title, Abstract = "It was measured. It held.", Authors = authors,
            Categories = categories.Length > 0 ? categories : ["cs.CL", "cs.AI"], FirstListed = listed ?? new DateOnly(2026, 5, 12),
            AddedAt = TestClock.Noon, ChangedAt = TestClock.Noon, SearchText = SearchText.Of(title, authors),
        };
    }
}
