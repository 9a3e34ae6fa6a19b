namespace PaperDigest.Ranking;

/// <summary>
/// A day's list as it was seen first and last, with the papers that were on it both times.
/// </summary>
/// <param name="Papers">What was counted first, and how many votes there were last.</param>
internal sealed record RecordedDay(DateOnly Date, IReadOnlyList<(RecordedLook Early, int Late)> Papers)
{
    /// <summary>What lies nearer than this to the first look says little of how a day went on.</summary>
    private static readonly TimeSpan LeastApart = TimeSpan.FromHours(6);

    /// <summary>
    /// The days that can be measured, the earliest first: those whose first and last look are hours apart, with at least two papers of
    /// which one has more votes than another in the end.
    /// </summary>
    public static IReadOnlyList<RecordedDay> Of(IEnumerable<RecordedLook> looks) =>
    [
        .. looks.GroupBy(l => l.Date).OrderBy(d => d.Key).Select(d => new RecordedDay(d.Key, SeenTwice([.. d])))
            .Where(d => d.Papers.Select(p => p.Late).Distinct().Count() > 1),
    ];

    private static List<(RecordedLook, int)> SeenTwice(List<RecordedLook> day)
    {
        var half = day.Min(l => l.At) + ((day.Max(l => l.At) - day.Min(l => l.At)) / 2);
        return
        [
            .. day.GroupBy(l => l.ArxivId).Select(p => (Early: p.MinBy(l => l.At)!, Late: p.MaxBy(l => l.At)!))
                // A paper that came in the evening was not there to be told from the morning.
                .Where(p => p.Early.At < half && p.Late.At >= half && p.Late.At - p.Early.At >= LeastApart)
                .OrderByDescending(p => p.Early.ArxivId, StringComparer.Ordinal).Select(p => (p.Early, p.Late.Votes)),
        ];
    }
}
