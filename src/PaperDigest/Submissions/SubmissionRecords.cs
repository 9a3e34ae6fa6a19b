using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Submissions;

/// <summary>Papers that a person put forward, and those claimed as the person's own.</summary>
internal sealed class SubmissionRecords(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "submissions";

    public async Task<object> ExportAsync(Person person, CancellationToken cancel) => new
    {
        // By ix_submissions_account_id_submitted_at and ix_author_claims_account_id_claimed_at.
        Submitted = await ExportedRows.OfAsync(
            database, "SELECT arxiv_id, submitted_at, comment, state, reason FROM submissions WHERE account_id = $1 ORDER BY submitted_at, arxiv_id", person, cancel),
        Claimed = await ExportedRows.OfAsync(
            database, "SELECT arxiv_id, author, claimed_at, comment, state, reason FROM author_claims WHERE account_id = $1 ORDER BY claimed_at, arxiv_id", person, cancel),
    };

    /// <summary>A paper on a list stays there without a name; claims go.</summary>
    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        // By ix_submissions_account_id_submitted_at, then curated_entries by its key.
        await using var command = new NpgsqlCommand(
            """
            WITH claims AS (DELETE FROM author_claims WHERE account_id = $1),
            waiting AS (DELETE FROM submissions WHERE account_id = $1 AND state = 'waiting'),
            nameless AS (
                UPDATE curated_entries e SET submitted_by = NULL, submitted_by_name = NULL FROM submissions s
                WHERE s.account_id = $1 AND e.date = s.listed_on AND e.list = 'site' AND e.arxiv_id = s.arxiv_id)
            UPDATE submissions SET account_id = NULL, comment = NULL WHERE account_id = $1 AND state <> 'waiting'
            """, connection);
        command.Parameters.Add(new() { Value = person.Id });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
