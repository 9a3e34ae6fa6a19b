using System.Diagnostics;

namespace PaperDigest.Search;

/// <summary>Measures the product's own search on a test collection: its index, with the encoder trained on that collection alone.</summary>
internal static class SearchEvaluation
{
    /// <summary>Not timed: the first queries pay for what the runtime compiles.</summary>
    private const int WarmUps = 20;

    /// <param name="similar">Ask for papers like a document instead of those that answer a text.</param>
    /// <param name="progress">Is told what is being done.</param>
    public static EvaluationReport Run(SearchCollection collection, bool similar, Action<string> progress, CancellationToken cancel)
    {
        var index = new PaperIndex();
        progress($"Indexing {collection.Documents.Count} documents");
        foreach (var document in collection.Documents) index.Add(document);
        index.Publish(cancel);
        progress("Training the encoder");
        if (index.Train(cancel) is { } model) index.Adopt(index.Encode(model, cancel), cancel);
        else progress($"No encoder: it needs {EncoderTraining.FewestPapers} documents");
        var topics = Asked(collection, index, similar);
        if (topics.Count == 0) throw new InvalidDataException("No query has a document with a grade of 1 or more.");
        var legs = new[] { RankingLegs.Words, RankingLegs.Nearness, RankingLegs.Meaning, RankingLegs.All };
        return new EvaluationReport(topics.Count, [.. legs.Select(l => Measure(collection, topics, index, l, cancel))]);
    }

    private static LegReport Measure(
        SearchCollection collection, IReadOnlyList<AskedTopic> topics, PaperIndex index, RankingLegs legs, CancellationToken cancel)
    {
        foreach (var topic in topics.Take(WarmUps)) topic.Ask(legs);
        var watch = new Stopwatch();
        var measures = new List<SearchMeasures>();
        foreach (var (topic, ask) in topics)
        {
            cancel.ThrowIfCancellationRequested();
            watch.Start();
            var found = ask(legs);
            watch.Stop();
            var ranking = found.Select(f => index.KeyOf(f.Paper)).Where(d => d != topic.Document).ToList();
            if (SearchMeasures.Of(ranking, collection.Grades[topic.Id]) is { } measure) measures.Add(measure);
        }
        return new LegReport(legs, SearchMeasures.Average(measures), watch.Elapsed.TotalMilliseconds / topics.Count);
    }

    private static List<AskedTopic> Asked(SearchCollection collection, PaperIndex index, bool similar)
    {
        var titles = collection.Documents.ToDictionary(d => d.Key, d => d.Title);
        return [.. from topic in collection.Topics
                   where collection.Grades.TryGetValue(topic.Id, out var grades) && grades.Values.Any(g => g >= 1)
                   select new AskedTopic(topic, legs => Ask(topic, titles, index, similar, legs))];
    }

    private static List<Scored> Ask(SearchTopic topic, Dictionary<string, string> titles, PaperIndex index, bool similar, RankingLegs legs)
    {
        if (similar && topic.Document is { } document && index.Find(document) is { } paper) return HybridRanking.Similar(index.View, paper, legs);
        var text = topic.Text.Length > 0 || topic.Document is null ? topic.Text : titles.GetValueOrDefault(topic.Document, "");
        var words = index.WordsOf(text);
        return similar ? HybridRanking.Similar(index.View, words, legs) : HybridRanking.Of(index.View, words, legs);
    }

    private sealed record AskedTopic(SearchTopic Topic, Func<RankingLegs, List<Scored>> Ask);
}

/// <summary>What a collection says of the search, leg by leg; the last is the search as readers have it.</summary>
internal sealed record EvaluationReport(int Queries, IReadOnlyList<LegReport> Legs)
{
    public LegReport Default => Legs[^1];
}

/// <summary>One way of ranking, how good it is, and the milliseconds a query takes.</summary>
internal sealed record LegReport(RankingLegs Legs, SearchMeasures Measures, double Milliseconds)
{
    public string Name => Legs switch
    {
        RankingLegs.Words => "bm25f",
        RankingLegs.Nearness => "proximity",
        RankingLegs.Meaning => "encoder",
        _ => "fused",
    };
}
