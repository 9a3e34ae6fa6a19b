using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Catalogue;

/// <summary>Reads what other sites know of a paper: one query by primary keys, bounded however often it was looked at.</summary>
internal static class OutsideQueries
{
    // A list is looked at for a month after its date; a paper on several lists has several months.
    private const string FindSql =
        """
        SELECT o.code_url, o.code_stars, o.project_url, o.keywords, o.votes, o.comments, o.summary, o.summary_model, o.organization,
            choices.dates, choices.names, series.at, series.votes
        FROM outside_papers o
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(date), '{}') AS dates, coalesce(array_agg(name), '{}') AS names
            FROM (SELECT date, coalesce(submitted_by_name, submitted_by) AS name FROM curated_entries
                  WHERE arxiv_id = o.arxiv_id ORDER BY date DESC, list LIMIT 20) entries) choices
        CROSS JOIN LATERAL (
            SELECT coalesce(array_agg(observed_at), '{}') AS at, coalesce(array_agg(votes), '{}') AS votes
            FROM (SELECT DISTINCT ON (date_trunc('day', observed_at, 'UTC')) observed_at, votes FROM vote_observations
                  WHERE arxiv_id = o.arxiv_id ORDER BY date_trunc('day', observed_at, 'UTC') DESC, observed_at DESC LIMIT 100) days) series
        WHERE o.arxiv_id = @paper
        """;

    /// <summary>Empty when no other site was asked of the paper; one answer else.</summary>
    public static IReadOnlyList<OutsideDetail> Of(ReadBatch batch, string arxivId) => batch.Ask(FindSql, Read, ("paper", arxivId));

    private static OutsideDetail Read(NpgsqlDataReader row)
    {
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

    private static List<VoteCount> Series(NpgsqlDataReader row)
    {
        var votes = row.GetFieldValue<int[]>(12);
        return [.. row.GetFieldValue<DateTimeOffset[]>(11).Select((at, i) => new VoteCount(at, votes[i])).Reverse()];
    }

    private static string? Word(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
