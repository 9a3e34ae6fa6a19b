using Npgsql;
using NpgsqlTypes;
using PaperDigest.Community;

namespace PaperDigest.Submissions;

/// <summary>Takes authors' claims, and has curators decide them. Each act is one statement and safe to repeat.</summary>
internal sealed class ClaimDesk(NpgsqlDataSource database)
{
    public const int LongestComment = 500;

    /// <summary>Claims that one account may have waiting; who wrote more papers comes again when these are decided.</summary>
    private const int MostWaiting = 20;

    /// <summary>Claims the paper; one that was declined may be claimed anew. False when the paper has no author of that name, or too many claims wait.</summary>
    public async Task<bool> ClaimAsync(AuthorClaim claim, CancellationToken cancel)
    {
        // By the primary keys, and a range of ix_author_claims_account_id_claimed_at.
        await using var command = database.CreateCommand(
            """
            INSERT INTO author_claims AS c (arxiv_id, account_id, author, claimed_at, comment, state)
            SELECT arxiv_id, @account, @author, @now, @comment, 'waiting' FROM papers
            WHERE arxiv_id = @paper AND @author = ANY (authors)
                AND (SELECT count(*) FROM author_claims WHERE account_id = @account AND state = 'waiting') < @most
            ON CONFLICT (arxiv_id, account_id) DO UPDATE SET
                author = @author, claimed_at = @now, comment = @comment, state = 'waiting', decided_at = NULL, decided_by = NULL, reason = NULL
            WHERE c.state <> 'accepted'
            """);
        command.Parameters.AddWithValue("paper", claim.ArxivId);
        command.Parameters.AddWithValue("account", claim.AccountId);
        command.Parameters.AddWithValue("author", claim.Author);
        command.Parameters.AddWithValue("now", claim.ClaimedAt);
        command.Parameters.AddWithValue("most", MostWaiting);
        command.Parameters.Add(new NpgsqlParameter<string?>("comment", NpgsqlDbType.Text) { TypedValue = claim.Comment });
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }

    /// <summary>Takes the claim back, confirmed or not.</summary>
    public async Task WithdrawAsync(string arxivId, Guid account, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("DELETE FROM author_claims WHERE arxiv_id = $1 AND account_id = $2");
        command.Parameters.Add(new() { Value = arxivId });
        command.Parameters.Add(new() { Value = account });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Decides a claim that waits. False when it waits no more, or when another account was confirmed as the same author: a curator
    /// declines one of the two.
    /// </summary>
    public async Task<bool> DecideAsync(AuthorClaim decided, CancellationToken cancel)
    {
        // By the primary key and ix_author_claims_accepted.
        await using var command = database.CreateCommand(
            $"""
            WITH decided AS (
            UPDATE author_claims c SET state = @verdict, decided_at = @now, decided_by = @curator, reason = @reason
            WHERE arxiv_id = @paper AND account_id = @account AND state = 'waiting' AND NOT (@verdict = 'accepted' AND EXISTS (
                SELECT FROM author_claims o WHERE o.arxiv_id = c.arxiv_id AND o.author = c.author AND o.state = 'accepted'))
            RETURNING arxiv_id, account_id),
            {CommentNotices.OfDecision(NoticeKind.ClaimDecided)}
            SELECT count(*) FROM decided
            """);
        command.Parameters.AddWithValue("paper", decided.ArxivId);
        command.Parameters.AddWithValue("account", decided.AccountId);
        command.Parameters.AddWithValue("verdict", decided.State.ToString().ToLowerInvariant());
        command.Parameters.AddWithValue("now", decided.DecidedAt!.Value);
        command.Parameters.AddWithValue("curator", decided.DecidedBy!.Value);
        command.Parameters.Add(new NpgsqlParameter<string?>("reason", NpgsqlDbType.Text) { TypedValue = decided.Reason });
        try
        {
            return await command.ExecuteScalarAsync(cancel) is > 0L;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>Whether a curator confirmed the account as an author of the paper.</summary>
    public async Task<bool> IsAuthorAsync(string arxivId, Guid account, CancellationToken cancel)
    {
        // By the primary key.
        await using var command = database.CreateCommand("SELECT 1 FROM author_claims WHERE arxiv_id = $1 AND account_id = $2 AND state = 'accepted'");
        command.Parameters.Add(new() { Value = arxivId });
        command.Parameters.Add(new() { Value = account });
        return await command.ExecuteScalarAsync(cancel) is not null;
    }
}
