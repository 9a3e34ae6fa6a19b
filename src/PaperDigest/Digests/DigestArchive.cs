using Npgsql;
using PaperDigest.Catalogue;

namespace PaperDigest.Digests;

/// <summary>Reads what was mailed, for the public archive: of each period the first issue of all topics.</summary>
internal sealed class DigestArchive(NpgsqlDataSource database)
{
    /// <summary>The newest periods, at most <paramref name="most"/>.</summary>
    public async Task<IReadOnlyList<ArchivedDigest>> NewestAsync(int most, CancellationToken cancel)
    {
        // By ix_digest_issues_cadence_period_key, from its end; a period has as many rows as topics were chosen.
        const string sql =
            """
            SELECT DISTINCT ON (period_key) period_key, listing_date, paper_ids FROM digest_issues
            WHERE cadence = 'daily' AND topics = '{}' ORDER BY period_key DESC, composed_at, id LIMIT $1
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = most });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var digests = new List<ArchivedDigest>();
        while (await rows.ReadAsync(cancel)) digests.Add(Read(rows));
        return digests;
    }

    /// <summary>The digest of a period with its papers, as the catalogue has them now; null when none was mailed.</summary>
    public async Task<(ArchivedDigest Digest, IReadOnlyList<PaperCard> Papers)?> FindAsync(string periodKey, CancellationToken cancel)
    {
        // By ix_digest_issues_cadence_period_key, then papers' primary key.
        await using var find = database.CreateCommand(
            """
            SELECT period_key, listing_date, paper_ids FROM digest_issues
            WHERE cadence = 'daily' AND period_key = $1 AND topics = '{}' ORDER BY composed_at, id LIMIT 1
            """);
        find.Parameters.Add(new() { Value = periodKey });
        await using var found = await find.ExecuteReaderAsync(cancel);
        if (!await found.ReadAsync(cancel)) return null;
        var digest = Read(found);
        return (digest, await PapersAsync(digest, cancel));
    }

    private async Task<IReadOnlyList<PaperCard>> PapersAsync(ArchivedDigest digest, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            $"""
            SELECT {PaperCard.Columns} FROM unnest($1) WITH ORDINALITY AS held(arxiv_id, place)
            JOIN papers p USING (arxiv_id) ORDER BY held.place
            """);
        command.Parameters.Add(new() { Value = digest.PaperIds });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var papers = new List<PaperCard>();
        while (await rows.ReadAsync(cancel)) papers.Add(PaperCard.Read(rows));
        return papers;
    }

    private static ArchivedDigest Read(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetFieldValue<string[]>(2));
}

/// <summary>A digest in the archive.</summary>
public sealed record ArchivedDigest(string PeriodKey, DateOnly Listing, string[] PaperIds)
{
    public string Path => "/digests/daily/" + PeriodKey;
}
