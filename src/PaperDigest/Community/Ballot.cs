using Npgsql;

namespace PaperDigest.Community;

/// <summary>
/// Casts votes and takes them back. A visitor has at most one vote on a paper, and asking twice changes nothing: vote, counter
/// and the mark that the day's order is out of date are written by one statement, so they can't disagree.
/// </summary>
internal sealed class Ballot(NpgsqlDataSource database)
{
    /// <summary>Only the order of days this young is computed again for a vote: an older list is history.</summary>
    internal const int RecentDays = 30;

    /// <summary>
    /// Both halves lock in one order, the paper before its days and these by date, so that two votes can't wait for each other.
    /// A ranking holds its day's row; whoever waits for it here must end up later than it, whatever his clock said before.
    /// </summary>
    internal const string MarkDays =
        """
        days AS (
            SELECT d.date FROM listing_days d
            WHERE d.date >= @now::date - @recent AND d.date IN (SELECT r.date FROM ranked_papers r JOIN counted USING (arxiv_id))
            ORDER BY d.date FOR NO KEY UPDATE),
        marked AS (
            UPDATE listing_days d SET changed_at = greatest(@now, d.ranked_at + interval '1 microsecond') FROM days WHERE d.date = days.date)
        """;

    /// <summary>Casts the visitor's vote. Every vote weighs 1 for now; its time is kept, because trending is votes over time.</summary>
    /// <returns>Null when there is no such paper.</returns>
    public async Task<VoteStanding?> CastAsync(string arxivId, Guid visitor, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys of papers and votes, and ix_ranked_papers_arxiv_id_date.
        const string sql =
            $"""
            WITH cast_now AS (
                INSERT INTO votes (arxiv_id, visitor_id, cast_at, weight)
                SELECT arxiv_id, @visitor, @now, 1 FROM papers WHERE arxiv_id = @paper
                ON CONFLICT DO NOTHING RETURNING arxiv_id),
            counted AS (
                UPDATE papers p SET vote_count = vote_count + 1 FROM cast_now c WHERE p.arxiv_id = c.arxiv_id RETURNING p.arxiv_id, p.vote_count),
            {MarkDays}
            SELECT coalesce((SELECT vote_count FROM counted), p.vote_count) FROM papers p WHERE p.arxiv_id = @paper
            """;
        return await CountAsync(sql, arxivId, visitor, now, cancel) is { } votes ? new VoteStanding(votes, true) : null;
    }

    /// <summary>Takes the visitor's vote back, and with it every trace of it.</summary>
    /// <returns>Null when there is no such paper.</returns>
    public async Task<VoteStanding?> TakeBackAsync(string arxivId, Guid visitor, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys of papers and votes, and ix_ranked_papers_arxiv_id_date.
        const string sql =
            $"""
            WITH taken AS (
                DELETE FROM votes WHERE arxiv_id = @paper AND visitor_id = @visitor RETURNING arxiv_id),
            counted AS (
                UPDATE papers p SET vote_count = vote_count - 1 FROM taken t WHERE p.arxiv_id = t.arxiv_id RETURNING p.arxiv_id, p.vote_count),
            {MarkDays}
            SELECT coalesce((SELECT vote_count FROM counted), p.vote_count) FROM papers p WHERE p.arxiv_id = @paper
            """;
        return await CountAsync(sql, arxivId, visitor, now, cancel) is { } votes ? new VoteStanding(votes, false) : null;
    }

    private async Task<int?> CountAsync(string sql, string arxivId, Guid visitor, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("visitor", visitor);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("recent", RecentDays);
        return await command.ExecuteScalarAsync(cancel) as int?;
    }
}
