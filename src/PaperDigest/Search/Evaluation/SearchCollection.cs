using System.Text.Json;
using System.Text.Json.Serialization;
using PaperDigest.Hosting;

namespace PaperDigest.Search;

/// <summary>A test collection: documents, queries, and which documents people found to answer which query, and how well.</summary>
/// <param name="Grades">For each query the graded documents; those that are not there were not found to answer it.</param>
internal sealed record SearchCollection(
    IReadOnlyList<IndexedPaper> Documents, IReadOnlyList<SearchTopic> Topics, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Grades)
{
    /// <summary>
    /// Reads <c>corpus.jsonl</c> (or <c>corpus.jsonl.gz</c>), <c>queries.jsonl</c> and <c>qrels.tsv</c>. All of it is held in
    /// memory: collections with judgements have at most some hundred thousand documents.
    /// </summary>
    /// <exception cref="InvalidDataException">With the file, the line and what is wrong there.</exception>
    public static async Task<SearchCollection> ReadAsync(string folder, CancellationToken cancel)
    {
        if (!Directory.Exists(folder)) throw new InvalidDataException($"There is no folder '{folder}'.");
        var documents = await RecordLines.ReadAsync(Path.Combine(folder, "corpus.jsonl"), DocumentIn, cancel);
        var topics = await RecordLines.ReadAsync(Path.Combine(folder, "queries.jsonl"), TopicIn, cancel);
        var judgements = await RecordLines.ReadAsync(Path.Combine(folder, "qrels.tsv"), JudgementIn, cancel);
        var twice = documents.GroupBy(d => d.Key).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new InvalidDataException($"The corpus has document '{twice.Key}' more than once.");
        return new SearchCollection(documents, topics, ByTopic(judgements));
    }

    private static Dictionary<string, IReadOnlyDictionary<string, int>> ByTopic(List<Judgement> judgements) =>
        judgements.GroupBy(j => j.Topic).ToDictionary(
            g => g.Key, g => (IReadOnlyDictionary<string, int>)g.GroupBy(j => j.Document).ToDictionary(d => d.Key, d => d.Max(j => j.Grade)));

    private static IndexedPaper DocumentIn(string line) =>
        JsonSerializer.Deserialize<DocumentLine>(line) is { Id: { } id } document ? new IndexedPaper(id.ToString(), document.Title ?? "", document.Text ?? "")
        : throw new FormatException("a document needs an \"id\".");

    private static SearchTopic TopicIn(string line) =>
        JsonSerializer.Deserialize<TopicLine>(line) is { Id: { } id } topic && (topic.Text ?? topic.Document?.ToString()) is not null
            ? new SearchTopic(id.ToString(), topic.Text ?? "", topic.Document?.ToString())
            : throw new FormatException("a query needs an \"id\" and a \"text\" or a \"doc\".");

    private static Judgement JudgementIn(string line) =>
        line.Split('\t') is [var topic, var document, var grade, ..] && int.TryParse(grade, out var number)
            ? new Judgement(topic, document, number)
            : throw new FormatException("expected query, document and grade with tabs between.");

    private sealed record Judgement(string Topic, string Document, int Grade);

    private sealed record DocumentLine(
        [property: JsonPropertyName("id")] JsonElement? Id, [property: JsonPropertyName("title")] string? Title, [property: JsonPropertyName("text")] string? Text);

    private sealed record TopicLine(
        [property: JsonPropertyName("id")] JsonElement? Id, [property: JsonPropertyName("text")] string? Text, [property: JsonPropertyName("doc")] JsonElement? Document);
}

/// <summary>A query of a test collection.</summary>
/// <param name="Document">The document that is the query, where papers similar to it are asked for; it is not to be found itself.</param>
internal sealed record SearchTopic(string Id, string Text, string? Document);
