using PaperDigest.Catalogue;
using PaperDigest.Database;

namespace PaperDigest.Digests;

/// <summary>Which digests of all topics had a paper: those that the archive shows.</summary>
internal static class DigestMentions
{
    private const int Most = 10;

    // A digest has papers of one ranked day: the days by ix_ranked_papers_arxiv_id_date, their issues by ix_digest_issues_listing_date.
    private const string Sql =
        """
        SELECT DISTINCT period_key, listing_date FROM digest_issues
        WHERE listing_date IN (SELECT date FROM ranked_papers WHERE arxiv_id = @paper)
            AND cadence = 'daily' AND topics = '{}' AND @paper = ANY (paper_ids)
        ORDER BY period_key DESC LIMIT @most
        """;

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<DigestMention> Of(ReadBatch batch, string arxivId) =>
        batch.Ask(Sql, row => new DigestMention(row.GetString(0)), ("paper", arxivId), ("most", Most));
}

/// <summary>That a daily digest had a paper.</summary>
public sealed record DigestMention(string PeriodKey)
{
    public string Path => "/digests/daily/" + PeriodKey;

    public string Words => DayWords.TryParse(PeriodKey, out var day) ? DayWords.Dated(day) : PeriodKey;
}
