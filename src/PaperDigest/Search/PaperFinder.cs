using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>
/// What pages and interfaces ask for papers: the ranked search over the index of this process. While that is being filled, and for
/// what it has not (the beginning of a word, a paper a moment old), the database's own search answers.
/// </summary>
internal sealed class PaperFinder(LiveIndex live, PaperSearch unranked, OperatorSearch listed, NpgsqlDataSource database)
{
    private const int PageLength = PaperSearch.PageLength;

    /// <summary>A page of the papers that answer the query.</summary>
    /// <param name="page">From 1; beyond <see cref="PaperSearch.LastPage"/> the last one.</param>
    public async Task<SearchResult> FindAsync(SearchQuery query, SearchChoice choice, int page, CancellationToken cancel)
    {
        var asked = query.Parsed;
        choice = choice with { Asked = asked };
        var free = asked.IsPlain ? query : SearchQuery.Of(asked.Free);
        if (!asked.IsPlain && (!asked.IsRankable || (live.Ready is null && free.Words is []))) return await ListedAsync(choice, page, cancel);
        if (live.Ready is not { } index) return await unranked.FindAsync(free, choice, page, cancel) with { IsWarmingUp = true };
        var words = index.WordsOf(asked.Ranked);
        if (words.Unknown.Count > 0 && !choice.IsExact && Corrected(asked, index) is { } corrected)
            return await FindAsync(corrected, choice with { IsExact = true }, page, cancel) with { Corrected = corrected };
        var hits = Hits(index, asked, words);
        // Only words of which beginnings are known are left to the database, which tells no form of a word from another.
        if (hits.Papers.Count == 0 && asked.Conditions.Any(c => c.IsText)) return new SearchResult([], 0, false) { IsNarrowed = true };
        if (hits.Papers.Count == 0) return await unranked.FindAsync(free, choice, page, cancel);
        var from = (Math.Clamp(page, 1, PaperSearch.LastPage) - 1) * PageLength;
        var found = await ChosenAsync([.. hits.Papers.Select(index.KeyOf)], choice, cancel);
        var marker = Marker.Of(asked.Marked);
        var papers = choice.Order is not null
            ? await SortedAsync(found, choice, from, marker, cancel)
            : await InOrderAsync([.. found.Skip(from).Take(PageLength)], marker, cancel);
        var hasNext = found.Count > from + PageLength;
        var others = hasNext || choice.Order is not null || found.Count >= PageLength ? [] : await ChosenAsync([.. hits.Others.Select(index.KeyOf)], choice, cancel);
        return new SearchResult(papers, found.Count, hasNext)
        {
            Found = found, IsRanked = true, IsSortable = true, MostCounted = HybridRanking.Depth - 1, Others = await InOrderAsync(others, marker, cancel), Unknown = words.Unknown,
            IsNarrowed = !choice.IsAll,
        };
    }

    /// <summary>Papers that what was typed so far may mean.</summary>
    public async Task<IReadOnlyList<Suggestion>> SuggestAsync(SearchQuery query, CancellationToken cancel)
    {
        if (query.Parsed.IsPlain) return await unranked.SuggestAsync(query, cancel);
        var found = await FindAsync(query, SearchChoice.All, 1, cancel);
        return [.. found.Papers.Take(PaperSearch.MostSuggestions).Select(p => Suggestion.Of(p.ArxivId, p.Title, p.FirstAuthors, p.AuthorCount))];
    }

    /// <summary>The papers most like one, the nearest first; none while the index is being filled.</summary>
    public async Task<IReadOnlyList<PaperCard>> SimilarAsync(string arxivId, int most, CancellationToken cancel)
    {
        if (live.Ready is not { } index || index.Find(arxivId) is not { } paper) return [];
        var similar = HybridRanking.Similar(index.View, paper).Take(most).Select(s => index.KeyOf(s.Paper)).ToList();
        return await InOrderAsync(similar, null, cancel);
    }

    /// <summary>Ids of all that answers the query, at most <see cref="OperatorSearch.MostLookedAt"/>; none while the index is being filled.</summary>
    public async Task<IReadOnlyList<string>> AnswersAsync(SearchQuery query, CancellationToken cancel)
    {
        if (live.Ready is not { } index) return [];
        var asked = query.Parsed;
        var choice = SearchChoice.All with { Asked = asked };
        if (!asked.IsPlain && !asked.IsRankable) return (await ListedIdsAsync(choice, cancel))?.ArxivIds ?? [];
        return await ChosenAsync([.. Hits(index, asked, index.WordsOf(asked.Ranked)).Papers.Select(index.KeyOf)], choice, cancel);
    }

    /// <summary>Ids of the papers most like one, the nearest first, at most <see cref="HybridRanking.Depth"/>; none while the index is being filled.</summary>
    public IReadOnlyList<string> Alike(string arxivId) =>
        live.Ready is { } index && index.Find(arxivId) is { } paper ? [.. HybridRanking.Similar(index.View, paper).Select(s => index.KeyOf(s.Paper))] : [];

    /// <summary>The query with its unknown words as they were probably meant; null when nothing is near them.</summary>
    private static SearchQuery? Corrected(ParsedQuery asked, PaperIndex index)
    {
        var text = asked.With(word => index.WordsOf(word) is { Unknown: [var unknown], Written.Count: 1 } && index.Correct(unknown) is { } meant ? meant : word);
        return text == asked.With(word => word) ? null : SearchQuery.Of(text);
    }

    private static SearchHits Hits(PaperIndex index, ParsedQuery asked, QueryWords words) =>
        SearchHits.Of(index.View, words, asked.IsPlain ? null : TextConditions.Of(asked, index));

    /// <summary>A page of what meets conditions, without a ranking.</summary>
    private async Task<SearchResult> ListedAsync(SearchChoice choice, int page, CancellationToken cancel)
    {
        if (await ListedIdsAsync(choice, cancel) is not { } found) return SearchResult.GivenUp;
        page = Math.Clamp(page, 1, PaperSearch.LastPage);
        var from = (page - 1) * PageLength;
        var papers = await InOrderAsync([.. found.ArxivIds.Skip(from).Take(PageLength)], null, cancel);
        return new SearchResult(papers, found.ArxivIds.Count, page < PaperSearch.LastPage && found.ArxivIds.Count > from + PageLength)
        {
            Found = found.ArxivIds, IsSortable = true, IsCut = found.IsCut, MostCounted = OperatorSearch.MostLookedAt, IsNarrowed = true,
        };
    }

    private async Task<FoundPapers?> ListedIdsAsync(SearchChoice choice, CancellationToken cancel)
    {
        var index = live.Ready;
        var found = await listed.FindAsync(choice, withText: index is null, cancel);
        if (found is null || index is null || choice.Asked.Conditions.All(c => !c.IsText)) return found;
        var (conditions, view) = (TextConditions.Of(choice.Asked, index), index.View);
        return found with { ArxivIds = [.. found.ArxivIds.Where(id => index.Find(id) is { } paper && paper < view.Count && conditions.Hold(view.Papers, paper))] };
    }

    private async Task<IReadOnlyList<PaperCard>> InOrderAsync(IReadOnlyList<string> ids, Marker? marker, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        // By the primary key.
        var cards = await ReadAsync($"SELECT {PaperCard.Columns}, p.abstract FROM papers p WHERE arxiv_id = ANY(@ids)", ids, 0, marker, cancel);
        var byId = cards.ToDictionary(c => c.ArxivId);
        return [.. ids.Where(byId.ContainsKey).Select(id => byId[id])];
    }

    // At most a thousand papers, by the primary key.
    private async Task<IReadOnlyList<string>> ChosenAsync(IReadOnlyList<string> ids, SearchChoice choice, CancellationToken cancel)
    {
        if (choice.IsAll || ids.Count == 0) return ids;
        await using var command = database.CreateCommand();
        command.CommandText = $"SELECT p.arxiv_id FROM papers p WHERE p.arxiv_id = ANY(@ids) AND {choice.Condition(command, withText: false)}";
        command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Text, ids.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        while (await rows.ReadAsync(cancel)) chosen.Add(rows.GetString(0));
        return [.. ids.Where(chosen.Contains)];
    }

    // At most a thousand papers, by the primary key; what a page sorts by changes too often to be held in memory.
    private Task<List<PaperCard>> SortedAsync(IReadOnlyList<string> ids, SearchChoice choice, int from, Marker marker, CancellationToken cancel) => ReadAsync(
        $"""
        SELECT {PaperCard.Columns}, p.abstract FROM papers p WHERE arxiv_id = ANY(@ids)
        ORDER BY {choice.SqlOrder}
        LIMIT {PageLength} OFFSET @from
        """, ids, from, marker, cancel);

    private async Task<List<PaperCard>> ReadAsync(string sql, IReadOnlyList<string> ids, int from, Marker? marker, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Text, ids.ToArray());
        command.Parameters.AddWithValue("from", from);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var cards = new List<PaperCard>();
        while (await rows.ReadAsync(cancel))
        {
            var card = PaperCard.Read(rows);
            cards.Add(marker is null ? card : card with { KeySentence = Passage.Of(card.KeySentence, rows.GetString(PaperCard.ColumnCount), marker) });
        }
        return cards;
    }
}
