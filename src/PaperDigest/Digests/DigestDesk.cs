namespace PaperDigest.Digests;

/// <summary>
/// Composes digests as of one instant and remembers them: who chose the same topics and was mailed the same before gets the
/// same rendering. Made anew for each planning, because the order of papers changes.
/// </summary>
internal sealed class DigestDesk(DigestQueries queries, DigestPress press, DayPapers? day)
{
    private static readonly IReadOnlySet<string> None = new HashSet<string>();

    private readonly Dictionary<string, DigestTemplate> _templates = [];
    private readonly Dictionary<string, DigestContent> _contents = [];

    /// <summary>The day that is mailed; null when there is none.</summary>
    public DayPapers? Day => day;

    /// <summary>Opens the desk on the latest listing announced by <paramref name="at"/>.</summary>
    public static async Task<DigestDesk> OpenAsync(DigestQueries queries, DigestPress press, DateTimeOffset at, CancellationToken cancel) =>
        new(queries, press, await queries.LatestDayAsync(at, DateOnly.MaxValue, cancel));

    /// <summary>The issue of a period for these topics without what was mailed before; null when no paper is left.</summary>
    public async Task<ComposedIssue?> ComposeAsync(IssueWish wish, DateTimeOffset now, CancellationToken cancel)
    {
        if (day is null) return null;
        var ids = day.Choose(wish.Topics, wish.Mailed ?? None);
        if (ids.Count == 0) return null;
        var key = $"{string.Join(',', wish.Topics)}|{string.Join(',', ids)}";
        if (!_contents.TryGetValue(key, out var content))
        {
            content = new DigestContent(day.Date, wish.Topics, await queries.PapersAsync(day, ids, cancel))
            {
                Listed = day.Papers.Count, IsSample = day.IsSample,
            };
            _contents.Add(key, content);
            _templates.Add(key, await press.RenderAsync(content));
        }
        return new ComposedIssue(DigestIssue.Of(wish.PeriodKey, content, now), _templates[key]);
    }
}

/// <summary>What an issue is to hold.</summary>
internal sealed record IssueWish(string PeriodKey, string[] Topics, IReadOnlySet<string>? Mailed = null);
