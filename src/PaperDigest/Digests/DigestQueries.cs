using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Ranking;

namespace PaperDigest.Digests;

/// <summary>Reads what digests are made of: the latest listing, its papers in their order, and what was mailed before.</summary>
internal sealed class DigestQueries(NpgsqlDataSource database)
{
    // A paper that comes back is cross-listed within days or replaced; replacements are not ranked.
    private const int WeeksRemembered = 4;

    /// <summary>
    /// The papers of the latest ranked day that was announced by <paramref name="at"/>, up to <paramref name="until"/>; null when
    /// there is none. A curated list alone makes no digest before its day is over: arXiv's listing of the day is still to come.
    /// </summary>
    public async Task<DayPapers?> LatestDayAsync(DateTimeOffset at, DateOnly until, CancellationToken cancel)
    {
        // listing_days has one row a day; then one range of ranked_papers' primary key.
        const string sql =
            """
            SELECT r.date, r.arxiv_id, p.categories, p.is_sample FROM ranked_papers r JOIN papers p USING (arxiv_id)
            WHERE r.date = (
                SELECT max(date) FROM listing_days WHERE ranked_at IS NOT NULL AND announced_at <= $1 AND date <= $2
                AND (new_count + cross_count + replaced_count > 0 OR announced_at + interval '1 day' <= $1))
            ORDER BY r.rank
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = at.UtcDateTime });
        command.Parameters.Add(new() { Value = until });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var (date, sample, papers) = (default(DateOnly), false, new List<RankedChoice>());
        while (await rows.ReadAsync(cancel))
        {
            date = rows.GetFieldValue<DateOnly>(0);
            sample = rows.GetBoolean(3);
            papers.Add(new(rows.GetString(1), rows.GetFieldValue<string[]>(2)));
        }
        return papers.Count == 0 ? null : new DayPapers(date, papers) { IsSample = sample };
    }

    /// <summary>The papers of a day by their ids, in the order of the ids.</summary>
    public async Task<IReadOnlyList<DigestPaper>> PapersAsync(DayPapers day, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        // By ix_ranked_papers_arxiv_id_date and papers' primary key, twenty times.
        const string sql =
            $"""
            SELECT {PaperCard.Columns}, r.rank, r.section, r.score, r.weighted_votes, r.votes, r.outside_votes, r.commenters, r.age_hours, r.is_curated
            FROM unnest($2) WITH ORDINALITY AS chosen(arxiv_id, place)
            JOIN papers p USING (arxiv_id) JOIN ranked_papers r ON r.arxiv_id = p.arxiv_id AND r.date = $1
            ORDER BY chosen.place
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = day.Date });
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var papers = new List<DigestPaper>();
        while (await rows.ReadAsync(cancel))
            papers.Add(new(PaperCard.Read(rows), Explanation.InShort(ReadRank(rows, day.Date), day.Papers.Count)));
        return papers;
    }

    /// <summary>Digests of the weeks before that hold papers of the day: their ids, with those papers.</summary>
    public async Task<IReadOnlyDictionary<Guid, string[]>> EarlierIssuesAsync(DayPapers day, CancellationToken cancel)
    {
        // By ix_digest_issues_listing_date: as many rows as topics were chosen, a day.
        const string sql =
            """
            SELECT id, ARRAY(SELECT unnest(paper_ids) INTERSECT SELECT unnest($1)) FROM digest_issues
            WHERE listing_date >= $2 AND listing_date < $3 AND paper_ids && $1
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = day.Papers.Select(p => p.ArxivId).ToArray() });
        command.Parameters.Add(new() { Value = day.Date.AddDays(-7 * WeeksRemembered) });
        command.Parameters.Add(new() { Value = day.Date });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var issues = new Dictionary<Guid, string[]>();
        while (await rows.ReadAsync(cancel)) issues.Add(rows.GetGuid(0), rows.GetFieldValue<string[]>(1));
        return issues;
    }

    private static RankedPaper ReadRank(NpgsqlDataReader row, DateOnly date) => new()
    {
        Date = date, ArxivId = row.GetString(0), Rank = row.GetInt32(PaperCard.ColumnCount),
        Section = row.IsDBNull(PaperCard.ColumnCount + 1) ? null : row.GetString(PaperCard.ColumnCount + 1) == "new" ? ListingSection.New : ListingSection.Cross,
        Score = row.GetDouble(PaperCard.ColumnCount + 2), WeightedVotes = row.GetDouble(PaperCard.ColumnCount + 3),
        Votes = row.GetInt32(PaperCard.ColumnCount + 4), OutsideVotes = row.GetInt32(PaperCard.ColumnCount + 5),
        Commenters = row.GetInt32(PaperCard.ColumnCount + 6), AgeHours = row.GetDouble(PaperCard.ColumnCount + 7),
        IsCurated = row.GetBoolean(PaperCard.ColumnCount + 8),
    };
}
