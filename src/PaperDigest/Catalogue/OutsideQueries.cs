using Npgsql;

namespace PaperDigest.Catalogue;

/// <summary>Reads what other sites know of a paper: one query by primary keys, bounded however often it was looked at.</summary>
internal sealed class OutsideQueries(NpgsqlDataSource database)
{
    // A list is looked at for a month after its date; a paper on several lists has several months.
    private const string FindSql =
        """
        SELECT o.code_url, o.code_stars, o.project_url, o.keywords, o.votes, o.comments, o.summary, o.summary_model, o.organization,
            choices.dates, choices.names, series.at, series.votes, series.comments, series.recorded
        FROM outside_papers o
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(date), '{}') AS dates, coalesce(array_agg(name), '{}') AS names
            FROM (SELECT date, coalesce(submitted_by_name, submitted_by) AS name FROM curated_entries
                  WHERE arxiv_id = o.arxiv_id ORDER BY date DESC, list LIMIT 20) entries) choices
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(observed_at), '{}') AS at, coalesce(array_agg(votes), '{}') AS votes,
                coalesce(array_agg(comments), '{}') AS comments, coalesce(array_agg(is_recorded), '{}') AS recorded
            FROM (SELECT DISTINCT ON (date_trunc('day', observed_at, 'UTC')) observed_at, votes, comments, is_recorded FROM vote_observations
                  WHERE arxiv_id = o.arxiv_id ORDER BY date_trunc('day', observed_at, 'UTC') DESC, observed_at DESC LIMIT 100) days) series
        WHERE o.arxiv_id = @paper
        """;

    /// <summary>Null when no other site was asked of the paper.</summary>
    public async Task<OutsideDetail?> FindAsync(string arxivId, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(FindSql);
        command.Parameters.AddWithValue("paper", arxivId);
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        var links = new OutsideLinks(Word(row, 0), row.IsDBNull(1) ? null : row.GetInt32(1), Word(row, 2), row.GetFieldValue<string[]>(3));
        return new OutsideDetail(links, row.GetInt32(4), row.GetInt32(5))
        {
            Summary = Word(row, 6), SummaryModel = Word(row, 7), Organization = Word(row, 8), Choices = Choices(row), Series = Series(row),
        };
    }

    private static List<OutsideDetail.Choice> Choices(NpgsqlDataReader row)
    {
        var names = row.GetFieldValue<string?[]>(10);
        return [.. row.GetFieldValue<DateOnly[]>(9).Select((date, i) => new OutsideDetail.Choice(date, names[i]))];
    }

    private static List<OutsideDetail.Count> Series(NpgsqlDataReader row)
    {
        var (votes, comments, recorded) = (row.GetFieldValue<int[]>(12), row.GetFieldValue<int[]>(13), row.GetFieldValue<bool[]>(14));
        return [.. row.GetFieldValue<DateTimeOffset[]>(11).Select((at, i) => new OutsideDetail.Count(at, votes[i], comments[i], recorded[i])).Reverse()];
    }

    private static string? Word(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
