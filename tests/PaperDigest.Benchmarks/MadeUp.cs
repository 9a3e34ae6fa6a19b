using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Benchmarks;

/// <summary>Papers that do not exist, of the size and variety of real ones, the same at every run.</summary>
internal static class MadeUp
{
    private const int AbstractLength = 1_200;
    private static readonly string[] Categories = ["cs.AI", "cs.CL", "cs.CV", "cs.LG", "stat.ML", "cs.RO", "cs.IR"];

    public static CategoryListing Listing(DateOnly date, int firstNumber, int count) =>
        new(date, "cs.LG", ListingSource.Feed, [.. Enumerable.Range(firstNumber, count).Select(Paper)]);

    private static ListedPaper Paper(int number)
    {
        var random = new Random(number);
        return new ListedPaper
        {
            Id = ArxivId.TryParse($"2601.{number:00000}", out var id) ? id : throw new InvalidOperationException($"{number} gives no arXiv id."),
            Version = 1,
            Section = ListingSection.New,
            Title = Words(random, 70),
            Abstract = Words(random, AbstractLength),
            Authors = [.. Enumerable.Range(0, 1 + random.Next(8)).Select(_ => $"{Word(random)} {Word(random)}")],
            Categories = [.. Categories.OrderBy(_ => random.Next()).Take(1 + random.Next(3)).Prepend("cs.LG").Distinct()],
        };
    }

    private static string Words(Random random, int length)
    {
        var text = new System.Text.StringBuilder();
        while (text.Length < length) text.Append(Word(random)).Append(' ');
        return text.ToString().TrimEnd();
    }

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => $"{"bdfgklmnprst"[random.Next(12)]}{"aeiou"[random.Next(5)]}"));
}
