using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Tests.Listings;

/// <summary>Builds full records for tests, as arXivRaw gives them.</summary>
internal static class SomeRecord
{
    /// <summary>A record in that many versions, one a week from 11 May 2026 on, that changed last on <paramref name="on"/>.</summary>
    public static ArxivRecord Of(string id, int versions = 1, DateOnly? on = null) => new()
    {
        Id = ArxivId.Parse(id), Datestamp = on ?? new DateOnly(2026, 5, 12), Versions = [.. Enumerable.Range(1, versions).Select(n => Version(n))],
        Title = $"Record {id}, version {versions}", Abstract = $"What {id}v{versions} found.", Authors = ["Ada Lovelace", "Zheng Wang"],
        Categories = ["cs.CL", "cs.AI"], Comments = $"{versions} pages", Submitter = "Ada Lovelace",
    };

    public static ArxivVersion Version(int number, string? sourceType = "D") =>
        new(number, new DateTimeOffset(2026, 5, 11, 15, 0, 0, TimeSpan.Zero).AddDays(7 * (number - 1)), sourceType);
}
