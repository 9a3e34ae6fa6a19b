using System.IO.Compression;
using System.Text.Json;
using PaperDigest.Search;

namespace PaperDigest.Benchmarks;

/// <summary>Papers to search: made up, with words as unevenly common as in a language, or real ones from a file.</summary>
internal static class SearchTexts
{
    private const int Words = 150_000;
    private const int TitleWords = 9;
    private const int Sentences = 8;
    private const int SentenceWords = 22;

    /// <summary>The same papers at every run.</summary>
    public static IEnumerable<IndexedPaper> MadeUp(int count)
    {
        var random = new Random(1);
        var words = Enumerable.Range(0, Words).Select(n => Word(random) + Word(random) + (n % 3 == 0 ? Word(random) : "")).ToArray();
        for (var n = 0; n < count; n++)
        {
            var text = string.Join(' ', Enumerable.Range(0, Sentences).Select(_ => Sentence(words, random, SentenceWords) + "."));
            yield return new IndexedPaper($"{n}", Sentence(words, random, TitleWords), text);
        }
    }

    /// <summary>
    /// The papers of a file of JSON lines (<c>id, title, summary</c>, gzipped), and when they do not suffice, more of them: the title
    /// and first half of one with the second half of another.
    /// </summary>
    public static IEnumerable<IndexedPaper> From(string file, int count)
    {
        var papers = Read(file).Take(count).ToList();
        for (var n = 0; n < count; n++)
        {
            var paper = papers[n % papers.Count];
            var other = papers[(int)(((long)n * 7_919) % papers.Count)];
            yield return n < papers.Count ? paper : new IndexedPaper($"{n}", paper.Title, Half(paper.Text, 0) + Half(other.Text, 1));
        }
    }

    private static IEnumerable<IndexedPaper> Read(string file)
    {
        using var lines = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (lines.ReadLine() is { } line)
        {
            var paper = JsonDocument.Parse(line).RootElement;
            yield return new IndexedPaper(Text(paper, "id"), Text(paper, "title"), Text(paper, "summary"));
        }
    }

    private static string Text(JsonElement paper, string name) => paper.GetProperty(name).GetString() ?? "";

    private static string Half(string text, int half)
    {
        var middle = text.IndexOf(' ', text.Length / 2) is var blank and >= 0 ? blank : text.Length;
        return half == 0 ? text[..middle] : text[middle..];
    }

    // Zipf's law: the word of rank r has a share of 1/r.
    private static string Sentence(string[] words, Random random, int length) =>
        string.Join(' ', Enumerable.Range(0, length).Select(_ => words[(int)Math.Pow(Words, random.NextDouble()) - 1]));

    private static string Word(Random random) => $"{"bdfgklmnprst"[random.Next(12)]}{"aeiou"[random.Next(5)]}{"bdfgklmnprst"[random.Next(12)]}";
}
