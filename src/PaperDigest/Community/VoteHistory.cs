using PaperDigest.Catalogue;
using PaperDigest.Database;

namespace PaperDigest.Community;

/// <summary>How a paper's votes here came to be, day by day.</summary>
internal static class VoteHistory
{
    private const int MostDays = 200;

    // A range of pk_votes: as many rows as the paper has votes.
    private const string Sql =
        """
        SELECT day, total FROM (
            SELECT date_trunc('day', cast_at, 'UTC') AS day, sum(count(*)) OVER (ORDER BY date_trunc('day', cast_at, 'UTC')) AS total
            FROM votes WHERE arxiv_id = @paper GROUP BY 1 ORDER BY 1 DESC LIMIT @most) days ORDER BY day
        """;

    /// <summary>How many there were at the end of each day on which somebody voted, the oldest first.</summary>
    public static IReadOnlyList<VoteCount> Of(ReadBatch batch, string arxivId) => batch.Ask(
        Sql, row => new VoteCount(row.GetFieldValue<DateTimeOffset>(0), (int)row.GetDecimal(1)), ("paper", arxivId), ("most", MostDays));
}
