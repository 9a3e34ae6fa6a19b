namespace PaperDigest.Sources.Arxiv;

/// <summary>A date on which arXiv's staff are away, so that the announcement that closes this business day is left out.</summary>
/// <param name="Date">The holiday itself, not the date of the listing that is missing for it.</param>
/// <param name="Name">What people call it.</param>
public sealed record ArxivHoliday(DateOnly Date, string Name);
