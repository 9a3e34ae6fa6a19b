using Npgsql;

namespace PaperDigest.Ranking;

/// <summary>
/// Reads which papers stand on ranked lists, of a day in the order of its page, of several days by votes, best first. What it
/// costs depends on the days asked for, not on the catalogue.
/// </summary>
internal sealed class RankedLists(NpgsqlDataSource database)
{
    /// <summary>Days before the last that a trending list looks back over.</summary>
    private const int TrendingDays = 7;

    /// <summary>Papers with the most votes among which trending ones are sought; age moves nothing up from below these.</summary>
    private const int TrendingCandidates = 1000;

    // The categories as the day's page counts them, and whoever put the paper on a curated list: look-ups by primary key, or by
    // ix_curated_entries_arxiv_id_date.
    private const string Chosen =
        """
        p.vote_count + p.outside_votes >= @votes
        AND (@submitter IS NULL OR EXISTS (
            SELECT 1 FROM curated_entries c WHERE c.arxiv_id = p.arxiv_id AND c.date BETWEEN @from AND @until AND c.submitted_by = @submitter))
        """;

    private const string InDaysCategory =
        """
        (@category IS NULL OR EXISTS (
            SELECT 1 FROM listing_entries e
            WHERE e.date = r.date AND e.category = @category AND e.arxiv_id = r.arxiv_id AND e.section IN ('new', 'cross')))
        """;

    private const string InCategory =
        "(@category IS NULL OR EXISTS (SELECT 1 FROM paper_categories c WHERE c.arxiv_id = p.arxiv_id AND c.category = @category))";

    /// <summary>Ids of a day's papers in rank order.</summary>
    public Task<IReadOnlyList<string>> DayAsync(DateOnly date, RankedChoice choice, CancellationToken cancel) =>
        // The day is a range of the primary key (date, rank).
        ReadAsync(
            $"""
            SELECT r.arxiv_id FROM ranked_papers r JOIN papers p USING (arxiv_id)
            WHERE r.date BETWEEN @from AND @until AND {Chosen} AND {InDaysCategory}
            ORDER BY r.rank OFFSET @skip LIMIT @take
            """, (date, date), choice, row => row.GetString(0), cancel);

    /// <summary>Ids of the papers on the lists of all days of a period, most votes first, then the newest.</summary>
    public Task<IReadOnlyList<string>> PeriodAsync(DateOnly from, DateOnly until, RankedChoice choice, CancellationToken cancel) =>
        // A range of the primary key: at most some 30,000 rows for a month of the largest categories.
        ReadAsync(
            $"""
            SELECT p.arxiv_id FROM (SELECT DISTINCT arxiv_id FROM ranked_papers WHERE date BETWEEN @from AND @until) r
            JOIN papers p USING (arxiv_id)
            WHERE {Chosen} AND {InCategory}
            ORDER BY p.vote_count + p.outside_votes DESC, p.first_listed DESC, p.arxiv_id DESC OFFSET @skip LIMIT @take
            """, (from, until), choice, row => row.GetString(0), cancel);

    /// <summary>Ids of the papers with votes of the seven days that end with <paramref name="last"/>, in the order of <see cref="TrendScore"/>.</summary>
    public async Task<IReadOnlyList<string>> TrendingAsync(DateOnly last, RankedChoice choice, DateTimeOffset now, CancellationToken cancel)
    {
        var candidates = await ReadAsync(
            $"""
            SELECT p.arxiv_id, p.vote_count, p.outside_votes, p.outside_comments, p.first_listed
            FROM (SELECT DISTINCT arxiv_id FROM ranked_papers WHERE date BETWEEN @from AND @until) r
            JOIN papers p USING (arxiv_id)
            WHERE {Chosen} AND {InCategory} AND p.vote_count + p.outside_votes > 0
            ORDER BY p.vote_count + p.outside_votes DESC, p.arxiv_id DESC OFFSET @skip LIMIT @take
            """, (last.AddDays(1 - TrendingDays), last), choice with { Skip = 0, Take = TrendingCandidates }, row => Candidate(row, now), cancel);
        return
        [
            .. candidates.OrderByDescending(c => TrendScore.Of(c.Signals)).ThenByDescending(c => c.ArxivId, StringComparer.Ordinal)
                .Skip(choice.Skip).Take(choice.Take).Select(c => c.ArxivId),
        ];
    }

    /// <summary>When something that bears on the day's order changed last; null while the order does not follow that change yet.</summary>
    public async Task<DateTimeOffset?> ChangedAtAsync(DateOnly date, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT changed_at FROM listing_days WHERE date = @date AND ranked_at >= changed_at");
        command.Parameters.AddWithValue("date", date);
        return await command.ExecuteScalarAsync(cancel) is DateTime changed ? new DateTimeOffset(changed, TimeSpan.Zero) : null;
    }

    private static (string ArxivId, TrendSignals Signals) Candidate(NpgsqlDataReader row, DateTimeOffset now)
    {
        var announced = new DateTimeOffset(row.GetFieldValue<DateOnly>(4), TimeOnly.MinValue, TimeSpan.Zero);
        return (row.GetString(0), new TrendSignals(row.GetInt32(1), row.GetInt32(2), row.GetInt32(3), (now - announced).TotalHours));
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql, (DateOnly From, DateOnly Until) days, RankedChoice choice, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("from", days.From);
        command.Parameters.AddWithValue("until", days.Until);
        command.Parameters.AddWithValue("votes", choice.LeastVotes);
        command.Parameters.AddWithValue("skip", choice.Skip);
        command.Parameters.AddWithValue("take", choice.Take);
        command.Parameters.Add(new NpgsqlParameter<string?>("category", NpgsqlTypes.NpgsqlDbType.Text) { TypedValue = choice.Category });
        command.Parameters.Add(new NpgsqlParameter<string?>("submitter", NpgsqlTypes.NpgsqlDbType.Text) { TypedValue = choice.Submitter });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }
}
