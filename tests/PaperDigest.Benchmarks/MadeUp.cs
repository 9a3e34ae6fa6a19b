using System.Text.Json;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Benchmarks;

/// <summary>Papers that do not exist, of the size and variety of real ones, the same at every run.</summary>
internal static class MadeUp
{
    private const int AbstractLength = 1_200;
    private const int AuthorsPerPaper = 5;
    private static readonly string[] Categories = ["cs.AI", "cs.CL", "cs.CV", "cs.LG", "stat.ML", "cs.RO", "cs.IR"];

    public static CategoryListing Listing(DateOnly date, int firstNumber, int count) =>
        new(date, "cs.LG", ListingSource.Feed, [.. Enumerable.Range(firstNumber, count).Select(Paper)]);

    /// <summary>A line of the arXiv snapshot, wrapped as arXiv wraps, with TeX in some texts and more versions than one in a third.</summary>
    public static string SnapshotLine(int number)
    {
        var random = new Random(number);
        var authors = Enumerable.Range(0, AuthorsPerPaper).Select(n => (Name: Word(random), Forename: n == 0 && number % 5 == 0 ? "Ren\\'e" : Word(random))).ToList();
        return JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["id"] = $"{2101 + (number / 20_000 % 12)}.{1 + (number % 20_000):00000}", ["submitter"] = authors[0].Name,
            ["authors"] = string.Join(", ", authors.Select(a => $"{a.Forename} {a.Name}")), ["title"] = Words(random, 70) + " $\\alpha$",
            ["comments"] = random.Next(3) > 0 ? "12 pages, 5 figures" : null, ["journal-ref"] = null, ["doi"] = random.Next(3) == 0 ? $"10.1000/{number}" : null,
            ["report-no"] = null, ["categories"] = string.Join(' ', Categories.OrderBy(_ => random.Next()).Take(1 + random.Next(3))),
            ["license"] = "http://arxiv.org/licenses/nonexclusive-distrib/1.0/", ["abstract"] = $"  {Wrapped(Words(random, AbstractLength))}\n",
            ["versions"] = Enumerable.Range(1, 1 + (random.Next(3) / 2)).Select(v => new { version = $"v{v}", created = $"Mon, {v} Feb 2021 19:18:42 GMT" }),
            ["update_date"] = "2021-03-01", ["authors_parsed"] = authors.Select(a => new[] { a.Name, a.Forename, "" }),
        });
    }

    private static string Wrapped(string text) => string.Join('\n', text.Chunk(78).Select(line => new string(line)));

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
