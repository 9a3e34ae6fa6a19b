using Npgsql;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// The papers that lack what neither feeds nor curated lists carry, the first submission or the categories, and when arXiv was last asked
/// for them. None is asked for again and again: whom the query API did not know it is asked for after days, and not for ever.
/// </summary>
internal sealed class PapersToDetail(NpgsqlDataSource database, RecordImporter importer)
{
    /// <summary>The API has been a day late; longer absences are rare.</summary>
    private static readonly TimeSpan AskedAgainAfter = TimeSpan.FromDays(3);

    private static readonly TimeSpan AskedAgainFor = TimeSpan.FromDays(60);

    // Both halves are ranges of ix_papers_to_detail, which holds nothing but such papers.
    public const string Next =
        """
        (SELECT arxiv_id FROM papers
        WHERE (submitted_at IS NULL OR categories = '{}') AND NOT is_sample AND details_asked_at IS NULL
        ORDER BY first_listed DESC, arxiv_id DESC LIMIT @take)
        UNION ALL
        (SELECT arxiv_id FROM papers
        WHERE (submitted_at IS NULL OR categories = '{}') AND NOT is_sample AND details_asked_at < @before AND added_at > @since
        ORDER BY details_asked_at, first_listed DESC, arxiv_id DESC LIMIT @take)
        LIMIT @take
        """;

    private const string Mark = "UPDATE papers SET details_asked_at = @now WHERE arxiv_id = ANY (@ids)";

    /// <summary>At most <paramref name="take"/> papers to ask for: those never asked for, the newest first, then those not known the last time.</summary>
    public async Task<IReadOnlyList<ArxivId>> NextAsync(int take, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(Next);
        command.Parameters.AddWithValue("take", take);
        command.Parameters.AddWithValue("before", now - AskedAgainAfter);
        command.Parameters.AddWithValue("since", now - AskedAgainFor);
        var papers = new List<ArxivId>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel)) papers.Add(ArxivId.Parse(row.GetString(0)));
        return papers;
    }

    /// <summary>Stores what an answer says, in one transaction with the note that its papers were asked for.</summary>
    public async Task<RecordImport> StoreAsync(IReadOnlyList<ArxivId> asked, ApiPage answer, DateTimeOffset now, CancellationToken cancel)
    {
        if (answer.Refusal is { } refusal && !IsAboutThePapers(refusal.Kind)) return new RecordImport(0, 0, 0, 0);
        return await importer.StoreAsync(answer.Records, (connection, _, stop) => MarkAsync(connection, asked, now, stop), now, cancel);
    }

    /// <summary>
    /// A refusal that the same papers would meet again. They count as asked for, or they would keep all others waiting; any other refusal
    /// says nothing of them.
    /// </summary>
    private static bool IsAboutThePapers(RefusalKind kind) => kind is
        RefusalKind.RequestRefused or RefusalKind.Malformed or RefusalKind.Truncated or RefusalKind.DtdForbidden or RefusalKind.TooLarge
        or RefusalKind.UnexpectedStatus or RefusalKind.NotYetWhole;

    private static async Task MarkAsync(NpgsqlConnection connection, IEnumerable<ArxivId> papers, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Mark, connection);
        command.Parameters.AddWithValue("ids", papers.Select(p => p.ToString()).ToArray());
        command.Parameters.AddWithValue("now", now);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
