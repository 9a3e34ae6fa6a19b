using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Search;

/// <summary>
/// Finds papers by words of title and authors, all of which must match, in any order and without regard to accents. No search
/// holds the database for longer than a second.
/// </summary>
internal sealed class PaperSearch(NpgsqlDataSource database)
{
    public const int PageLength = 25;

    /// <summary>Nobody reads on to the fortieth page, and each costs all those before it.</summary>
    public const int LastPage = 40;

    /// <summary>Counting all matches of a common word takes longer than finding the newest.</summary>
    public const int MostCounted = 200;

    public const int MostSuggestions = 8;

    /// <summary>A page of the papers that match.</summary>
    /// <param name="page">From 1; beyond <see cref="LastPage"/> the last one.</param>
    public async Task<SearchResult> FindAsync(SearchQuery query, SearchChoice choice, int page, CancellationToken cancel)
    {
        if (query.Words is []) return new SearchResult([], 0, false);
        var offset = (Math.Clamp(page, 1, LastPage) - 1) * PageLength;
        try
        {
            await using var connection = await BriefConnection.OpenAsync(database, cancel);
            var papers = await ReadAsync(connection, c => PageSql(query.Patterns.Count, choice.Condition(c, withText: true)), query.Patterns, offset, PaperCard.Read, cancel);
            var matches = await ReadAsync(connection, c => CountSql(query.Patterns.Count, choice.Condition(c, withText: true)), query.Patterns, 0, row => row.GetInt32(0), cancel);
            return new SearchResult([.. papers.Take(PageLength)], matches[0], papers.Count > PageLength && page < LastPage) { IsNarrowed = !choice.IsAll };
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancel.IsCancellationRequested)
        {
            return SearchResult.GivenUp;
        }
    }

    /// <summary>The newest papers that match the words typed so far; none when finding them would take too long.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(SearchQuery query, CancellationToken cancel)
    {
        var isId = ArxivId.TryParse(query.Text, out var id);
        if (!isId && query.Words is []) return [];
        try
        {
            await using var connection = await BriefConnection.OpenAsync(database, cancel);
            return isId
                ? await ReadAsync(connection, _ => SuggestedIdSql, [id.ToString()], 0, ReadSuggestion, cancel)
                : await ReadAsync(connection, _ => SuggestionSql(query.PatternsSoFar.Count), query.PatternsSoFar, 0, ReadSuggestion, cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.QueryCanceled && !cancel.IsCancellationRequested)
        {
            return [];
        }
    }

    /// <summary>The paper of an address; null when it is not in the catalogue.</summary>
    public async Task<string?> IdOfAsync(PaperAddress address, CancellationToken cancel)
    {
        // By the primary key, or by ix_papers_doi; a DOI is the same in capitals and in small letters, and arXiv has it as authors typed it.
        await using var command = database.CreateCommand(
            address.ArxivId is not null
                ? "SELECT arxiv_id FROM papers WHERE arxiv_id = @of"
                : "SELECT arxiv_id FROM papers WHERE doi IN (@of, lower(@of), upper(@of)) ORDER BY arxiv_id LIMIT 1");
        command.Parameters.AddWithValue("of", address.ArxivId?.ToString() ?? address.Doi!);
        return await command.ExecuteScalarAsync(cancel) as string;
    }

    // All by ix_papers_search_text, or, where the words are common, down ix_papers_first_listed_arxiv_id until enough are found.
    private static string PageSql(int words, string chosen) =>
        $"SELECT {PaperCard.Columns} FROM papers p WHERE {Matching(words)} AND {chosen} ORDER BY first_listed DESC, arxiv_id DESC LIMIT {PageLength + 1} OFFSET @skip";

    private static string CountSql(int words, string chosen) =>
        $"SELECT count(*)::integer FROM (SELECT 1 FROM papers p WHERE {Matching(words)} AND {chosen} LIMIT {MostCounted + 1} OFFSET @skip) matches";

    private static string SuggestionSql(int words) =>
        $"SELECT arxiv_id, title, authors FROM papers p WHERE {Matching(words)} ORDER BY first_listed DESC, arxiv_id DESC LIMIT {MostSuggestions} OFFSET @skip";

    private const string SuggestedIdSql = "SELECT arxiv_id, title, authors FROM papers WHERE arxiv_id = @word0 OFFSET @skip";

    private static string Matching(int words) => string.Join(" AND ", Enumerable.Range(0, words).Select(n => $"p.search_text LIKE @word{n}"));

    private static async Task<List<T>> ReadAsync<T>(
        NpgsqlConnection connection, Func<NpgsqlCommand, string> sql, IEnumerable<string> patterns, int offset, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(null, connection);
        command.CommandText = sql(command);
        command.Parameters.AddWithValue("skip", offset);
        foreach (var (n, pattern) in patterns.Index()) command.Parameters.AddWithValue($"word{n}", pattern);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }

    private static Suggestion ReadSuggestion(NpgsqlDataReader row)
    {
        var authors = row.GetFieldValue<string[]>(2);
        return Suggestion.Of(row.GetString(0), row.GetString(1), authors, authors.Length);
    }
}
