using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Community;

/// <summary>
/// Casts votes and takes them back. A reader has at most one vote on a paper, and asking twice changes nothing: vote, counter
/// and the mark that the day's order is out of date are written by one statement, so they can't disagree.
/// </summary>
internal sealed class Ballot(NpgsqlDataSource database)
{
    /// <summary>Only the order of days this young is computed again for a vote: an older list is history.</summary>
    internal const int RecentDays = 30;

    /// <summary>
    /// Marks the days of the papers in <c>touched</c>. All that vote lock in one order, papers before their days and these by date,
    /// so that two votes can't wait for each other.
    /// A ranking holds its day's row; whoever waits for it here must end up later than it, whatever his clock said before.
    /// </summary>
    internal const string MarkDays =
        """
        days AS (
            SELECT d.date FROM listing_days d
            WHERE d.date >= @now::date - @recent AND d.date IN (SELECT r.date FROM ranked_papers r JOIN touched USING (arxiv_id))
            ORDER BY d.date FOR NO KEY UPDATE),
        marked AS (
            UPDATE listing_days d SET changed_at = greatest(@now, d.ranked_at + interval '1 microsecond') FROM days WHERE d.date = days.date)
        """;

    /// <summary>
    /// Casts the voter's vote. Its time is kept, because trending is votes over time. The limits of visitors are not exact to the
    /// vote: what counts is that they hold.
    /// </summary>
    /// <returns>
    /// Null when there is no such paper; not voted when the visitor, or the visitors of the network together, have no votes left
    /// today.
    /// </returns>
    public async Task<VoteStanding?> CastAsync(string arxivId, Voter voter, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys of papers, votes and voting_networks, ix_votes_visitor_id_cast_at and ix_ranked_papers_arxiv_id_date.
        const string sql =
            $"""
            WITH allowed AS MATERIALIZED (
                SELECT @network IS NULL
                    OR (SELECT count(*) FROM (SELECT FROM votes WHERE visitor_id = @reader AND cast_at > @now - interval '1 day' LIMIT @per_visitor) v) < @per_visitor
                    AND coalesce((SELECT n.votes FROM voting_networks n WHERE n.day = @day AND n.network = @network), 0) < @per_network AS is_so),
            cast_now AS (
                INSERT INTO votes (arxiv_id, visitor_id, cast_at, weight)
                SELECT arxiv_id, @reader, @now, @weight FROM papers, allowed WHERE arxiv_id = @paper AND is_so
                ON CONFLICT DO NOTHING RETURNING arxiv_id),
            counted AS (
                UPDATE papers p SET vote_count = vote_count + 1 FROM cast_now c WHERE p.arxiv_id = c.arxiv_id RETURNING p.arxiv_id, p.vote_count),
            noted AS (
                INSERT INTO voting_networks (day, network, votes) SELECT @day, @network, 1 FROM counted WHERE @network IS NOT NULL
                ON CONFLICT (day, network) DO UPDATE SET votes = voting_networks.votes + 1),
            touched AS (
                SELECT arxiv_id FROM counted),
            {MarkDays}
            SELECT coalesce((SELECT vote_count FROM counted), p.vote_count),
                is_so OR EXISTS (SELECT FROM votes WHERE arxiv_id = @paper AND visitor_id = @reader)
            FROM papers p, allowed WHERE p.arxiv_id = @paper
            """;
        await using var command = Command(sql, arxivId, voter.Id, now);
        command.Parameters.AddWithValue("weight", voter.Weight);
        command.Parameters.AddWithValue("day", DateOnly.FromDateTime(now.UtcDateTime));
        command.Parameters.Add(new NpgsqlParameter<byte[]?>("network", NpgsqlDbType.Bytea) { TypedValue = voter.Limit?.Network });
        command.Parameters.AddWithValue("per_visitor", voter.Limit?.PerVisitor ?? 0);
        command.Parameters.AddWithValue("per_network", voter.Limit?.PerNetwork ?? 0);
        return await StandingAsync(command, cancel);
    }

    /// <summary>Takes the reader's vote back, and with it every trace of it but that one was cast today.</summary>
    /// <returns>Null when there is no such paper.</returns>
    public async Task<VoteStanding?> TakeBackAsync(string arxivId, Guid reader, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys of papers and votes, and ix_ranked_papers_arxiv_id_date.
        const string sql =
            $"""
            WITH taken AS (
                DELETE FROM votes WHERE arxiv_id = @paper AND visitor_id = @reader RETURNING arxiv_id),
            counted AS (
                UPDATE papers p SET vote_count = vote_count - 1 FROM taken t WHERE p.arxiv_id = t.arxiv_id RETURNING p.arxiv_id, p.vote_count),
            touched AS (
                SELECT arxiv_id FROM counted),
            {MarkDays}
            SELECT coalesce((SELECT vote_count FROM counted), p.vote_count), false FROM papers p WHERE p.arxiv_id = @paper
            """;
        await using var command = Command(sql, arxivId, reader, now);
        return await StandingAsync(command, cancel);
    }

    private NpgsqlCommand Command(string sql, string arxivId, Guid reader, DateTimeOffset now)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("recent", RecentDays);
        return command;
    }

    private static async Task<VoteStanding?> StandingAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new VoteStanding(row.GetInt32(0), row.GetBoolean(1)) : null;
    }
}
