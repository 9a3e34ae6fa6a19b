using PaperDigest.Database;

namespace PaperDigest.Submissions;

/// <summary>Asks who of this site has to do with a paper: who put it forward, and who of its authors is here.</summary>
internal static class PaperPeople
{
    // By the primary keys of both tables and of accounts.
    private const string Sql =
        """
        SELECT true, a.public_name, s.comment, s.submitted_at, s.state, false FROM submissions s LEFT JOIN accounts a ON a.id = s.account_id
        WHERE s.arxiv_id = @paper AND s.state = 'accepted'
        UNION ALL
        SELECT false, a.public_name, c.author, c.claimed_at, c.state, c.account_id = @account FROM author_claims c JOIN accounts a ON a.id = c.account_id
        WHERE c.arxiv_id = @paper AND (c.state = 'accepted' OR c.account_id = @account)
        ORDER BY 1 DESC, 4
        """;

    /// <summary>The submitter first where there is one, then authors whom a curator confirmed and the account's own claim.</summary>
    /// <param name="account">Who asks; null for a visitor.</param>
    public static IReadOnlyList<PersonOfPaper> Of(ReadBatch batch, string arxivId, Guid? account) => batch.Ask(
        Sql,
        row => new PersonOfPaper(row.GetBoolean(0), row.IsDBNull(1) ? null : row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2))
        {
            At = row.GetFieldValue<DateTimeOffset>(3), State = Enum.Parse<Verdict>(row.GetString(4), ignoreCase: true), IsOwn = row.GetBoolean(5),
        },
        // Nobody's id is empty.
        ("paper", arxivId), ("account", account ?? Guid.Empty));
}
