using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>A person's votes: taken over from the visitor, exported, and taken back with the account, counters included.</summary>
internal sealed class VoteRecords(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "votes";

    // By ix_votes_visitor_id_cast_at.
    public async Task<object> ExportAsync(Person person, CancellationToken cancel) => await ExportedRows.OfAsync(
        database, "SELECT arxiv_id, cast_at FROM votes WHERE visitor_id = $1 ORDER BY cast_at, arxiv_id", person, cancel);

    public async Task TakeOverAsync(NpgsqlConnection connection, TakeOver visitor, CancellationToken cancel)
    {
        // By ix_votes_visitor_id_cast_at, and as in Ballot. A vote on what the account has voted for already is one too many; all
        // others now weigh as an account's do. Rows are taken in one order, so that two browsers that sign in at once can't wait
        // for each other.
        const string sql =
            $"""
            WITH moved AS (
                DELETE FROM votes WHERE visitor_id = @visitor RETURNING arxiv_id, cast_at),
            kept AS (
                INSERT INTO votes (arxiv_id, visitor_id, cast_at, weight)
                SELECT arxiv_id, @account, cast_at, @weight FROM moved ORDER BY arxiv_id
                ON CONFLICT DO NOTHING RETURNING arxiv_id),
            held AS (
                SELECT p.arxiv_id FROM papers p
                WHERE p.arxiv_id IN (SELECT arxiv_id FROM moved EXCEPT SELECT arxiv_id FROM kept) ORDER BY p.arxiv_id FOR NO KEY UPDATE),
            counted AS (
                UPDATE papers p SET vote_count = vote_count - 1 FROM held h WHERE p.arxiv_id = h.arxiv_id RETURNING p.arxiv_id),
            touched AS (
                SELECT arxiv_id FROM moved WHERE (SELECT count(*) FROM counted) >= 0),
            {Ballot.MarkDays}
            SELECT count(*) FROM counted
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("visitor", visitor.Visitor);
        command.Parameters.AddWithValue("account", visitor.Account);
        command.Parameters.AddWithValue("weight", Voter.Account(visitor.Account).Weight);
        command.Parameters.AddWithValue("now", visitor.At);
        command.Parameters.AddWithValue("recent", Ballot.RecentDays);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        // By ix_votes_visitor_id_cast_at, and as in Ballot.
        const string sql =
            $"""
            WITH taken AS (
                DELETE FROM votes WHERE visitor_id = @account RETURNING arxiv_id),
            held AS (
                SELECT p.arxiv_id FROM papers p WHERE p.arxiv_id IN (SELECT arxiv_id FROM taken) ORDER BY p.arxiv_id FOR NO KEY UPDATE),
            counted AS (
                UPDATE papers p SET vote_count = vote_count - 1 FROM held h WHERE p.arxiv_id = h.arxiv_id RETURNING p.arxiv_id),
            touched AS (
                SELECT arxiv_id FROM counted),
            {Ballot.MarkDays}
            SELECT count(*) FROM counted
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("account", person.Id);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("recent", Ballot.RecentDays);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
