namespace PaperDigest.Ranking;

/// <summary>Measures how well the score, and other formulas, tell the evening's order of a day from its morning's votes.</summary>
internal static class TrendEvaluation
{
    /// <summary>The product's own.</summary>
    public const string Default = "default";

    private static readonly (string Name, Func<RecordedLook, double> Score)[] Formulas =
    [
        ("votes", look => look.Votes),
        (Default, look => TrendScore.Of(new TrendSignals(0, look.Votes, look.Comments, Age(look)))),
        ("hacker_news", HackerNews),
    ];

    /// <summary>The formulas' measures, by name, and over how many days and papers.</summary>
    /// <exception cref="InvalidDataException">No day can be measured.</exception>
    public static TrendReport Run(IEnumerable<RecordedLook> looks)
    {
        var days = RecordedDay.Of(looks);
        if (days.Count == 0) throw new InvalidDataException("No day was looked at in the morning and again six hours later or more, with papers whose votes differ.");
        return new TrendReport(days.Count, days.Sum(d => d.Papers.Count), [.. Formulas.Select(f => (f.Name, Measured(days, f.Score)))]);
    }

    private static TrendMeasures Measured(IReadOnlyList<RecordedDay> days, Func<RecordedLook, double> score) =>
        TrendMeasures.Average([.. days.Select(d => TrendMeasures.Of([.. d.Papers.Select(p => (score(p.Early), p.Late))]))]);

    private static double Age(RecordedLook look) => Math.Max(0, (look.At - look.Since).TotalHours);

    /// <summary>(votes − 1)^0.8 / (age in hours + 2)^1.8, as Hacker News' published source ranks (news.arc).</summary>
    private static double HackerNews(RecordedLook look) => Math.Pow(Math.Max(0, look.Votes - 1), 0.8) / Math.Pow(Age(look) + 2, 1.8);
}

/// <summary>What was measured.</summary>
internal sealed record TrendReport(int Days, int Papers, IReadOnlyList<(string Formula, TrendMeasures Measures)> Formulas)
{
    public TrendMeasures Default => Formulas.Single(f => f.Formula == TrendEvaluation.Default).Measures;
}
