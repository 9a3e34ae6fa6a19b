using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Search;

/// <summary>
/// Answers queries that have nothing to rank by, such as <c>cat:cs.CL au:lovelace</c>, from the database: the newest papers that
/// the most telling of the conditions leads to, of which those are taken that meet the others.
/// </summary>
internal sealed class OperatorSearch(NpgsqlDataSource database)
{
    /// <summary>How many of the newest papers with one condition are looked at for the others.</summary>
    public const int MostLookedAt = 5_000;

    /// <summary>All that was found, in the order of the choice or the newest first; null when it took longer than a second.</summary>
    /// <param name="withText">Whether the database must look at the words of papers, which the index otherwise does.</param>
    public async Task<FoundPapers?> FindAsync(SearchChoice choice, bool withText, CancellationToken cancel)
    {
        try
        {
            await using var connection = await BriefConnection.OpenAsync(database, cancel);
            await using var command = new NpgsqlCommand(null, connection);
            command.CommandText =
                $"""
                WITH led AS MATERIALIZED ({Lead(choice, command)} LIMIT {MostLookedAt})
                SELECT p.arxiv_id, (SELECT count(*)::integer FROM led)
                FROM led JOIN papers p USING (arxiv_id) WHERE {choice.Condition(command, withText)}
                ORDER BY {choice.SqlOrder}
                """;
            await using var rows = await command.ExecuteReaderAsync(cancel);
            var (found, led) = (new List<string>(), 0);
            while (await rows.ReadAsync(cancel))
            {
                found.Add(rows.GetString(0));
                led = rows.GetInt32(1);
            }
            return new FoundPapers(found, led == MostLookedAt);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The papers to look at, the newest first, by an index; those with the condition that the fewest have.</summary>
    private static string Lead(SearchChoice choice, NpgsqlCommand command)
    {
        var sql = new QuerySql(command);
        var required = choice.Asked.Conditions.Select(c => c.Required).OfType<SearchTerm>().ToList();
        var (from, until) = Days(choice, required);
        var listed = $"first_listed BETWEEN {sql.Parameter(from)} AND {sql.Parameter(until)}";
        const string Newest = "ORDER BY first_listed DESC, arxiv_id DESC";
        // By the primary key.
        if (Of(TermKind.Id) is { } id) return $"SELECT arxiv_id FROM papers WHERE arxiv_id = {sql.Parameter(id.Text)}";
        // By ix_papers_search_text, or where the name is a common word down ix_papers_first_listed_arxiv_id.
        if (Of(TermKind.Author) is { } author)
            return $"SELECT arxiv_id FROM papers WHERE search_text LIKE {sql.Parameter($"% {AuthorName.Of(author.Text).Family} %")} AND {listed} {Newest}";
        // By ix_curated_entries_submitted_by_date.
        if (Of(TermKind.Submitter) is { } submitter)
            return $"SELECT arxiv_id FROM curated_entries WHERE submitted_by = {sql.Parameter(submitter.Text)} GROUP BY arxiv_id ORDER BY max(date) DESC, arxiv_id DESC";
        // Down ix_papers_voted.
        if (Of(TermKind.Votes) is { Votes: { Least: > 0 } votes })
            return $"SELECT arxiv_id FROM papers WHERE vote_count + outside_votes > 0 AND vote_count + outside_votes >= {sql.Parameter(votes.Least)} AND {listed} {Newest}";
        if (Categories(choice) is { Count: > 0 } categories)
        {
            command.Parameters.AddWithValue("led_by", NpgsqlDbType.Array | NpgsqlDbType.Text, categories.ToArray());
            // A range of ix_paper_categories_category_first_listed_arxiv_id for each category.
            return $"""
                SELECT DISTINCT n.first_listed, n.arxiv_id FROM unnest(@led_by) AS of (category) CROSS JOIN LATERAL (
                    SELECT first_listed, arxiv_id FROM paper_categories WHERE category = of.category AND {listed} {Newest} LIMIT {MostLookedAt}) n
                {Newest}
                """;
        }
        // Down ix_papers_first_listed_arxiv_id.
        return $"SELECT arxiv_id FROM papers WHERE {listed} {Newest}";

        SearchTerm? Of(TermKind kind) => required.FirstOrDefault(t => t.Kind == kind);
    }

    private static IReadOnlyList<string> Categories(SearchChoice choice) =>
        choice.Asked.Conditions.FirstOrDefault(c => c.AnyOf.All(t => t is { Kind: TermKind.Category, IsExcluded: false })) is { } asked
            ? [.. asked.AnyOf.Select(t => t.Text)]
            : choice.Filter.Categories;

    private static (DateOnly From, DateOnly Until) Days(SearchChoice choice, IEnumerable<SearchTerm> required)
    {
        var days = required.Where(t => t.Kind == TermKind.Listed).Select(t => t.Days);
        if (choice.Listed is { } listed) days = days.Append(listed);
        return days.Aggregate((From: DateOnly.MinValue, Until: DateOnly.MaxValue), (a, b) => (a.From > b.From ? a.From : b.From, a.Until < b.Until ? a.Until : b.Until));
    }
}

/// <summary>Papers that answer a query.</summary>
/// <param name="IsCut">Whether there may be more, older than what was looked at.</param>
internal sealed record FoundPapers(IReadOnlyList<string> ArxivIds, bool IsCut);
