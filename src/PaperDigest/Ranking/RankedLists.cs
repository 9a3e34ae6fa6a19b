using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>
/// Reads ranked lists, of a day, of several, and of what draws readers now: for pages and for programs by the same statement. What
/// it costs depends on the days asked for, not on the catalogue.
/// </summary>
internal sealed class RankedLists(NpgsqlDataSource database, TrendingLists trending)
{
    public const int PageSize = 50;

    // As the day's page counts them, by the primary key.
    private const string DaysCategory =
        "EXISTS (SELECT FROM listing_entries e WHERE e.date = @from AND e.category = ANY ({0}) AND e.arxiv_id = p.arxiv_id AND e.section IN ('new', 'cross'))";

    /// <summary>Part of a list as its page shows it.</summary>
    public async Task<RankedPage> PageAsync(RankedQuery query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var trends = query.Trending is null ? [] : await TrendsAsync(query, cancel);
        var (listed, order) = Listed(query, trends, command);
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
        var trendOf = trends.ToDictionary(t => t.ArxivId);
        var total = 0;
        while (await rows.ReadAsync(cancel))
        {
            var card = Card(rows);
            cards.Add(card with { Trend = trendOf.GetValueOrDefault(card.Paper.ArxivId) });
            total = rows.GetInt32(PaperCard.ColumnCount + PlaceColumns.Count + 5);
        }
        return new RankedPage(cards, total);
    }

    /// <summary>Ids of part of a list, in its order.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(RankedQuery query, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var (listed, order) = Listed(query, query.Trending is null ? [] : await TrendsAsync(query, cancel), command);
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
        RankedRows.Bind(query, command);
        var counts = filters.Select((f, i) => $"count(*) FILTER (WHERE {FilterSql.Of(f, command, $"_{i}", Categories(query))})::integer").ToList();
        var trends = query.Trending is null ? [] : await trending.ScoredAsync(query with { Filter = PaperFilter.None }, cancel);
        command.CommandText = $"SELECT ARRAY[{string.Join(", ", counts)}] FROM {RankedRows.Sql} JOIN papers p USING (arxiv_id) WHERE {Trending(query, trends, command)}";
        return await command.ExecuteScalarAsync(cancel) as int[] ?? [];
    }

    /// <summary>When something that bears on the day's order changed last; null while the order does not follow that change yet.</summary>
    public async Task<DateTimeOffset?> ChangedAtAsync(DateOnly date, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT changed_at FROM listing_days WHERE date = @date AND ranked_at >= changed_at");
        command.Parameters.AddWithValue("date", date);
        return await command.ExecuteScalarAsync(cancel) is DateTime changed ? new DateTimeOffset(changed, TimeSpan.Zero) : null;
    }

    /// <summary>What is trending by the query, in its order by score; in the list's own order with the places for new papers.</summary>
    public Task<IReadOnlyList<Trend>> TrendsAsync(RankedQuery query, CancellationToken cancel) =>
        query.Order == ListOrder.Trending ? trending.ShownAsync(query, cancel) : trending.ScoredAsync(query, cancel);

    /// <summary>A query of a part's ids with rank and total, and the order of its rows.</summary>
    private static (string Sql, string Order) Listed(RankedQuery query, IReadOnlyList<Trend> trends, NpgsqlCommand command)
    {
        RankedRows.Bind(query, command);
        if (query.Trending is not null && query.Order == ListOrder.Trending)
        {
            command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Text, trends.Skip(query.Skip).Take(query.Take).Select(t => t.ArxivId).ToArray());
            return ($"SELECT arxiv_id, rank, {trends.Count} AS total FROM unnest(@ids COLLATE \"C\") WITH ORDINALITY AS given (arxiv_id, rank)", "r.rank");
        }
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
            SELECT p.arxiv_id, r.rank, count(*) OVER ()::integer AS total FROM {RankedRows.Sql} JOIN papers p USING (arxiv_id)
            WHERE {FilterSql.Of(query.Filter, command, inCategories: Categories(query))} AND {Trending(query, trends, command)}
            ORDER BY {order} OFFSET @skip LIMIT @take
            """, order);
    }

    /// <summary>The condition of a list of what is trending, which its papers have computed.</summary>
    private static string Trending(RankedQuery query, IReadOnlyList<Trend> trends, NpgsqlCommand command)
    {
        if (query.Trending is null) return "true";
        command.Parameters.AddWithValue("trending", NpgsqlDbType.Array | NpgsqlDbType.Text, trends.Select(t => t.ArxivId).ToArray());
        return "p.arxiv_id = ANY (@trending)";
    }

    private static string Categories(RankedQuery query) => query.IsDay ? DaysCategory : FilterSql.OwnCategories;

    private static string Order(ListOrder order) => order switch
    {
        ListOrder.Trending => "r.rank, p.vote_count + p.outside_votes DESC, p.arxiv_id DESC",
        ListOrder.Newest => "p.first_listed DESC, p.arxiv_id DESC",
        ListOrder.Comments => "p.comment_count + p.outside_comments DESC, p.vote_count + p.outside_votes DESC, p.arxiv_id DESC",
        _ => "p.vote_count + p.outside_votes DESC, p.first_listed DESC, p.arxiv_id DESC",
    };

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
