using System.Security.Claims;
using Npgsql;
using PaperDigest.Accounts;
using PaperDigest.Database;

namespace PaperDigest.Community;

/// <summary>Who may set the links of a paper: curators, its submitter, and authors of it whom a curator confirmed.</summary>
internal sealed class LinkRights(NpgsqlDataSource database)
{
    // By the primary keys of both tables.
    private const string Sql =
        """
        SELECT @curator
            OR EXISTS (SELECT FROM submissions WHERE arxiv_id = @paper AND account_id = @account AND state = 'accepted')
            OR EXISTS (SELECT FROM author_claims WHERE arxiv_id = @paper AND account_id = @account AND state = 'accepted')
        """;

    /// <summary>One answer; none for who is not signed in, of whom nothing need be asked.</summary>
    public static IReadOnlyList<bool> MayEditLinks(ReadBatch batch, string arxivId, ClaimsPrincipal user) => CurrentAccount.IdOf(user) is { } account
        ? batch.Ask(Sql, row => row.GetBoolean(0), ("paper", arxivId), ("account", account), ("curator", user.IsInRole(Policies.Curator)))
        : [];

    public async Task<bool> MayEditLinksAsync(string arxivId, ClaimsPrincipal user, CancellationToken cancel)
    {
        if (CurrentAccount.IdOf(user) is null) return false;
        var batch = new ReadBatch(database);
        var answer = MayEditLinks(batch, arxivId, user);
        await batch.ReadAsync(cancel);
        return answer[0];
    }
}
