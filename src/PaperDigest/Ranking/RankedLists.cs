using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>
/// Reads ranked lists, of a day, of several, and of what draws readers now: for pages and for programs by the same statement. What
/// it costs depends on the days asked for, not on the catalogue.
/// </summary>
internal sealed class RankedLists(NpgsqlDataSource database)
{
    public const int PageSize = 50;

    /// <summary>Papers with the most votes among which trending ones are sought; age moves nothing up from below these.</summary>
    public const int TrendingCandidates = 1000;

    // As the day's page counts them, by the primary key.
    private const string DaysCategory =
        "EXISTS (SELECT FROM listing_entries e WHERE e.date = @from AND e.category = ANY ({0}) AND e.arxiv_id = p.arxiv_id AND e.section IN ('new', 'cross'))";

    // A range of the primary key (date, rank): a month of the largest categories has some 30,000 rows. A row of before it was noted
    // when a paper came is as old as the day's announcement.
    private const string Rows =
        """
        (SELECT l.arxiv_id, min(l.rank) AS rank FROM ranked_papers l JOIN listing_days d USING (date)
         WHERE l.date BETWEEN @from AND @until GROUP BY l.arxiv_id HAVING @after IS NULL OR min(coalesce(l.came_at, d.announced_at)) > @after) r
        """;

    /// <summary>Part of a list as its page shows it.</summary>
    public async Task<RankedPage> PageAsync(RankedQuery query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var (listed, order) = await ListedAsync(query, command, cancel);
        // The cards by primary key, the best place of each by ix_ranked_papers_arxiv_id_date. Whether a paper was filled in is in its
        // few entries, by ix_listing_entries_arxiv_id.
        command.CommandText =
            $"""
            WITH listed AS MATERIALIZED ({listed})
            SELECT {PaperCard.Columns}, {PlaceColumns.Names}, coalesce(c.submitted_by_name, c.submitted_by), c.arxiv_id IS NOT NULL, s.submitted_by, s.arxiv_id IS NOT NULL,
                coalesce((SELECT bool_and(f.filled_in) FROM listing_entries f WHERE f.arxiv_id = r.arxiv_id AND f.date = r.date), false), l.total
            FROM listed l JOIN papers p USING (arxiv_id)
            CROSS JOIN LATERAL (SELECT * FROM ranked_papers WHERE arxiv_id = l.arxiv_id AND date BETWEEN @from AND @until ORDER BY rank, date LIMIT 1) r
            LEFT JOIN curated_entries c ON c.date = r.date AND c.list = 'hugging_face' AND c.arxiv_id = r.arxiv_id
            LEFT JOIN curated_entries s ON s.date = r.date AND s.list = 'site' AND s.arxiv_id = r.arxiv_id
            ORDER BY {order.Replace("r.rank", "l.rank", StringComparison.Ordinal)}
            """;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var cards = new List<ListedCard>();
        var total = 0;
        while (await rows.ReadAsync(cancel))
        {
            cards.Add(Card(rows));
            total = rows.GetInt32(PaperCard.ColumnCount + PlaceColumns.Count + 5);
        }
        return new RankedPage(cards, total);
    }

    /// <summary>Ids of part of a list, in its order.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(RankedQuery query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var (listed, order) = await ListedAsync(query, command, cancel);
        command.CommandText = $"WITH r AS MATERIALIZED ({listed}) SELECT p.arxiv_id FROM r JOIN papers p USING (arxiv_id) ORDER BY {order}";
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var ids = new List<string>();
        while (await rows.ReadAsync(cancel)) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>How many papers the list has by each of several filters.</summary>
    public async Task<IReadOnlyList<int>> CountAsync(RankedQuery query, IReadOnlyList<PaperFilter> filters, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        Bound(query, command);
        var counts = filters.Select((f, i) => $"count(*) FILTER (WHERE {FilterSql.Of(f, command, $"_{i}", Categories(query))})::integer").ToList();
        command.CommandText = $"SELECT ARRAY[{string.Join(", ", counts)}] FROM {Rows} JOIN papers p USING (arxiv_id){Voted(query)}";
        return await command.ExecuteScalarAsync(cancel) as int[] ?? [];
    }

    /// <summary>When something that bears on the day's order changed last; null while the order does not follow that change yet.</summary>
    public async Task<DateTimeOffset?> ChangedAtAsync(DateOnly date, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT changed_at FROM listing_days WHERE date = @date AND ranked_at >= changed_at");
        command.Parameters.AddWithValue("date", date);
        return await command.ExecuteScalarAsync(cancel) is DateTime changed ? new DateTimeOffset(changed, TimeSpan.Zero) : null;
    }

    /// <summary>A query of a part's ids with rank and total, and the order of its rows.</summary>
    private async Task<(string Sql, string Order)> ListedAsync(RankedQuery query, NpgsqlCommand command, CancellationToken cancel)
    {
        if (query.TrendingAt is { } now && query.Order == ListOrder.Trending)
        {
            var ids = await TrendingAsync(query, now, cancel);
            Bound(query, command);
            command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Text, ids.Skip(query.Skip).Take(query.Take).ToArray());
            return ($"SELECT arxiv_id, rank, {ids.Count} AS total FROM unnest(@ids COLLATE \"C\") WITH ORDINALITY AS given (arxiv_id, rank)", "r.rank");
        }
        Bound(query, command);
        command.Parameters.AddWithValue("skip", query.Skip);
        command.Parameters.AddWithValue("take", query.Take);
        if (query.IsWholeDay)
            return ("""
                SELECT arxiv_id, rank, (SELECT max(rank) FROM ranked_papers WHERE date = @from) AS total FROM ranked_papers
                WHERE date = @from AND rank > @skip AND rank <= @skip + @take
                """, "r.rank");
        var order = Order(query.Order);
        return (
            $"""
            SELECT p.arxiv_id, r.rank, count(*) OVER ()::integer AS total FROM {Rows} JOIN papers p USING (arxiv_id)
            WHERE {FilterSql.Of(query.Filter, command, inCategories: Categories(query))}{(query.TrendingAt is null ? "" : " AND p.vote_count + p.outside_votes > 0")}
            ORDER BY {order} OFFSET @skip LIMIT @take
            """, order);
    }

    private async Task<IReadOnlyList<string>> TrendingAsync(RankedQuery query, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        Bound(query, command);
        command.Parameters.AddWithValue("most", TrendingCandidates);
        command.CommandText =
            $"""
            SELECT p.arxiv_id, p.vote_count, p.outside_votes, p.outside_comments, p.first_listed FROM {Rows} JOIN papers p USING (arxiv_id)
            WHERE {FilterSql.Of(query.Filter, command)} AND p.vote_count + p.outside_votes > 0
            ORDER BY {Order(ListOrder.Votes)} LIMIT @most
            """;
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var candidates = new List<(string ArxivId, double Score)>();
        while (await rows.ReadAsync(cancel))
            candidates.Add((rows.GetString(0), TrendScore.Of(TrendSignals.Now(rows.GetInt32(1), rows.GetInt32(2), rows.GetInt32(3), rows.GetFieldValue<DateOnly>(4), now))));
        return [.. candidates.OrderByDescending(c => c.Score).ThenByDescending(c => c.ArxivId, StringComparer.Ordinal).Select(c => c.ArxivId)];
    }

    private static string Voted(RankedQuery query) => query.TrendingAt is null ? "" : " WHERE p.vote_count + p.outside_votes > 0";

    private static string Categories(RankedQuery query) => query.IsDay ? DaysCategory : FilterSql.OwnCategories;

    private static string Order(ListOrder order) => order switch
    {
        ListOrder.Trending => "r.rank, p.vote_count + p.outside_votes DESC, p.arxiv_id DESC",
        ListOrder.Newest => "p.first_listed DESC, p.arxiv_id DESC",
        ListOrder.Comments => "p.comment_count + p.outside_comments DESC, p.vote_count + p.outside_votes DESC, p.arxiv_id DESC",
        _ => "p.vote_count + p.outside_votes DESC, p.first_listed DESC, p.arxiv_id DESC",
    };

    private static void Bound(RankedQuery query, NpgsqlCommand command)
    {
        command.Parameters.AddWithValue("from", query.From);
        command.Parameters.AddWithValue("until", query.Until);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?>("after", NpgsqlDbType.TimestampTz) { TypedValue = query.CameAfter });
    }

    private static ListedCard Card(NpgsqlDataReader row)
    {
        const int after = PaperCard.ColumnCount + PlaceColumns.Count;
        return new ListedCard(PaperCard.Read(row), PlaceColumns.Read(row, PaperCard.ColumnCount))
        {
            Curator = row.IsDBNull(after) ? null : row.GetString(after), IsChosenElsewhere = row.GetBoolean(after + 1),
            SubmittedBy = row.IsDBNull(after + 2) ? null : row.GetString(after + 2), IsSubmitted = row.GetBoolean(after + 3), IsFilledIn = row.GetBoolean(after + 4),
        };
    }
}
