using Npgsql;

namespace PaperDigest.Submissions;

/// <summary>Reads submissions and claims for pages. Every list is the beginning of an index.</summary>
internal sealed class SubmissionQueries(NpgsqlDataSource database)
{
    private const string SubmissionColumns =
        """
        s.arxiv_id, p.title, s.submitted_at, s.state, a.public_name, s.comment, s.reason, coalesce(d.public_name, d.email), s.decided_at
        """;

    private const string ClaimColumns =
        """
        c.arxiv_id, p.title, c.author, c.claimed_at, c.state, c.account_id, a.public_name, a.email, c.comment, c.reason, coalesce(d.public_name, d.email), c.decided_at
        """;

    private const string SubmissionJoins = "JOIN papers p USING (arxiv_id) LEFT JOIN accounts a ON a.id = s.account_id LEFT JOIN accounts d ON d.id = s.decided_by";
    private const string ClaimJoins = "JOIN papers p USING (arxiv_id) JOIN accounts a ON a.id = c.account_id LEFT JOIN accounts d ON d.id = c.decided_by";

    /// <summary>Submissions that wait, the longest waiting first.</summary>
    public Task<IReadOnlyList<SubmittedPaper>> WaitingAsync(int take, CancellationToken cancel) => SubmissionsAsync(
        // Along ix_submissions_waiting.
        $"SELECT {SubmissionColumns} FROM submissions s {SubmissionJoins} WHERE s.state = 'waiting' ORDER BY s.submitted_at, s.arxiv_id LIMIT @take", take, null, cancel);

    /// <summary>Submissions that were decided, the last first.</summary>
    public Task<IReadOnlyList<SubmittedPaper>> DecidedAsync(int take, CancellationToken cancel) => SubmissionsAsync(
        // Down ix_submissions_decided_at.
        $"SELECT {SubmissionColumns} FROM submissions s {SubmissionJoins} WHERE s.decided_at IS NOT NULL ORDER BY s.decided_at DESC, s.arxiv_id LIMIT @take", take, null, cancel);

    /// <summary>What an account submitted, the last first; only what stands on a list where others look.</summary>
    public Task<IReadOnlyList<SubmittedPaper>> OfAsync(Guid account, bool onlyAccepted, int take, CancellationToken cancel) => SubmissionsAsync(
        // Down ix_submissions_account_id_submitted_at.
        $"""
        SELECT {SubmissionColumns} FROM submissions s {SubmissionJoins} WHERE s.account_id = @account {(onlyAccepted ? "AND s.state = 'accepted'" : "")}
        ORDER BY s.submitted_at DESC, s.arxiv_id LIMIT @take
        """, take, account, cancel);

    /// <summary>Claims that wait, the longest waiting first.</summary>
    public Task<IReadOnlyList<ClaimedPaper>> ClaimsWaitingAsync(int take, CancellationToken cancel) => ClaimsAsync(
        // Along ix_author_claims_waiting.
        $"SELECT {ClaimColumns} FROM author_claims c {ClaimJoins} WHERE c.state = 'waiting' ORDER BY c.claimed_at, c.arxiv_id, c.account_id LIMIT @take", take, null, cancel);

    /// <summary>Claims that were decided, the last first.</summary>
    public Task<IReadOnlyList<ClaimedPaper>> ClaimsDecidedAsync(int take, CancellationToken cancel) => ClaimsAsync(
        // Down ix_author_claims_decided_at.
        $"SELECT {ClaimColumns} FROM author_claims c {ClaimJoins} WHERE c.decided_at IS NOT NULL ORDER BY c.decided_at DESC, c.arxiv_id, c.account_id LIMIT @take", take, null, cancel);

    /// <summary>The papers of which an account is a confirmed author, the last claimed first.</summary>
    public Task<IReadOnlyList<ClaimedPaper>> AuthoredAsync(Guid account, int take, CancellationToken cancel) => ClaimsAsync(
        // Down ix_author_claims_account_id_claimed_at.
        $"SELECT {ClaimColumns} FROM author_claims c {ClaimJoins} WHERE c.account_id = @account AND c.state = 'accepted' ORDER BY c.claimed_at DESC, c.arxiv_id LIMIT @take", take, account, cancel);

    private async Task<IReadOnlyList<SubmittedPaper>> SubmissionsAsync(string sql, int take, Guid? account, CancellationToken cancel) =>
        await ReadAsync(sql, take, account, row => new SubmittedPaper(row.GetString(0), row.GetString(1), row.GetFieldValue<DateTimeOffset>(2), State(row, 3))
        {
            By = Text(row, 4), Comment = Text(row, 5), Reason = Text(row, 6), DecidedBy = Text(row, 7), DecidedAt = Instant(row, 8),
        }, cancel);

    private async Task<IReadOnlyList<ClaimedPaper>> ClaimsAsync(string sql, int take, Guid? account, CancellationToken cancel) =>
        await ReadAsync(sql, take, account, row => new ClaimedPaper(row.GetString(0), row.GetString(1), row.GetString(2), row.GetFieldValue<DateTimeOffset>(3), State(row, 4))
        {
            Account = row.GetGuid(5), By = Text(row, 6), Email = Text(row, 7), Comment = Text(row, 8), Reason = Text(row, 9), DecidedBy = Text(row, 10), DecidedAt = Instant(row, 11),
        }, cancel);

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, int take, Guid? account, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("take", take);
        if (account is { } id) command.Parameters.AddWithValue("account", id);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static DateTimeOffset? Instant(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);

    private static Verdict State(NpgsqlDataReader row, int column) => Enum.Parse<Verdict>(row.GetString(column), ignoreCase: true);
}
