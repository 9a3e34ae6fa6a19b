using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Community;

/// <summary>Keeps the links of papers that people here set, and who set what when.</summary>
internal sealed class LinkBook(NpgsqlDataSource database)
{
    private const int MostShown = 10;

    // A range of pk_paper_links, backwards; accounts by primary key.
    private const string HistorySql =
        """
        SELECT l.code_url, l.project_url, l.data_url, l.set_at, a.public_name FROM paper_links l LEFT JOIN accounts a ON a.id = l.account_id
        WHERE l.arxiv_id = @paper ORDER BY l.set_at DESC LIMIT @most
        """;

    // What says nothing new is no edit. The row of the paper is held, so that two at once come one after the other.
    private const string SetSql =
        """
        WITH held AS (SELECT arxiv_id FROM papers WHERE arxiv_id = @paper FOR NO KEY UPDATE),
        newest AS (SELECT code_url, project_url, data_url FROM paper_links WHERE arxiv_id = (SELECT arxiv_id FROM held) ORDER BY set_at DESC LIMIT 1),
        added AS (
            INSERT INTO paper_links (arxiv_id, set_at, code_url, project_url, data_url, account_id)
            SELECT arxiv_id, @now, @code, @project, @data, @account FROM held
            WHERE (@code, @project, @data) IS DISTINCT FROM (SELECT (code_url, project_url, data_url) FROM newest)
                AND (EXISTS (SELECT FROM newest) OR coalesce(@code, @project, @data) IS NOT NULL)
            ON CONFLICT DO NOTHING)
        SELECT count(*) FROM held
        """;

    /// <summary>What was set of a paper's links, the newest first; that is what counts.</summary>
    public static IReadOnlyList<LinkStanding> Of(ReadBatch batch, string arxivId) => batch.Ask(
        HistorySql, row => new LinkStanding(new LinksWanted(Text(row, 0), Text(row, 1), Text(row, 2)), row.GetFieldValue<DateTimeOffset>(3), Text(row, 4)),
        ("paper", arxivId), ("most", MostShown));

    /// <summary>False when the paper is not in the catalogue.</summary>
    public async Task<bool> SetAsync(string arxivId, LinksWanted links, Guid account, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(SetSql);
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("account", account);
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[("code", links.Code), ("project", links.Project), ("data", links.Data)])
            command.Parameters.Add(new NpgsqlParameter<string?>(name, value));
        return await command.ExecuteScalarAsync(cancel) is > 0L;
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}

/// <summary>What somebody set a paper's links to.</summary>
/// <param name="By">A public name; null where there is none.</param>
public sealed record LinkStanding(LinksWanted Links, DateTimeOffset At, string? By);
