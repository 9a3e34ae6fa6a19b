using PaperDigest.Catalogue;
using PaperDigest.Ranking;
using PaperDigest.Search;

namespace PaperDigest.Api;

/// <summary>Reads any list of the site, whole papers in the order of its page.</summary>
internal sealed class PaperLists(ListSources sources, PaperShelf shelf, DayStanding standing, TimeProvider time)
{
    /// <summary>As many matches of a search as the search page counts; filters choose among them.</summary>
    private const int MostMatches = PaperSearch.MostCounted;

    public Task<PaperList> ReadAsync(PaperListQuery query, CancellationToken cancel)
    {
        if (query.Words is not null) return FoundAsync(query, query.Words, cancel);
        return query.IsNewestFirst ? NewestAsync(query, cancel) : RankedAsync(query, cancel);
    }

    private async Task<PaperList> NewestAsync(PaperListQuery query, CancellationToken cancel)
    {
        var choice = new NewestChoice(query.Skip, query.Take + 1) { Filter = query.Filter, Order = query.Order ?? ListOrder.Newest };
        if (query.Days is { } days) choice = choice with { From = days.From, Until = days.Until };
        var ids = query.Author is { } author
            ? await sources.Newest.ByAuthorAsync(author, choice, cancel)
            : await sources.Newest.InCategoriesAsync(choice, cancel);
        return await ListAsync(query, ids, cancel);
    }

    private async Task<PaperList> RankedAsync(PaperListQuery query, CancellationToken cancel)
    {
        // A week or month without a date is that of the latest day.
        var day = await sources.Days.FindAsync(query.Period is null or ListPeriod.Day ? query.Date : null, cancel);
        if (day is null) return (await ListAsync(query, [], cancel)) with { State = "The catalogue is empty: no listing has been taken in yet." };

        var ranked = query.Ranked(day.Date, time.GetUtcNow()) with { Take = query.Take + 1 };
        if (ranked is { Trending: not null, Order: ListOrder.Trending }) return await TrendingAsync(query, ranked, cancel);
        var list = await ListAsync(query, await sources.Ranked.IdsAsync(ranked, cancel), cancel);
        if (query.Period is not (null or ListPeriod.Day)) return list with { ChangedAt = null };

        var state = await standing.OfAsync(day, isLatest: query.Date is null, cancel);
        var dayChanged = await sources.Ranked.ChangedAtAsync(day.Date, cancel);
        // What is known of a listing that is not whole changes with every try.
        if (!state.IsWhole || dayChanged is null) return list with { State = state.Text, ChangedAt = null };
        return list with { State = state.Text, ChangedAt = list.ChangedAt is { } changed && dayChanged > changed ? dayChanged : list.ChangedAt };
    }

    private async Task<PaperList> TrendingAsync(PaperListQuery query, RankedQuery ranked, CancellationToken cancel)
    {
        var trends = (await sources.Ranked.TrendsAsync(ranked, cancel)).Skip(ranked.Skip).Take(ranked.Take).ToList();
        var list = await ListAsync(query, [.. trends.Select(t => t.ArxivId)], cancel);
        var trendOf = trends.ToDictionary(t => t.ArxivId);
        return list with { ChangedAt = null, Papers = [.. list.Papers.Select(p => p with { Trend = trendOf[p.Paper.ArxivId] })] };
    }

    private async Task<PaperList> FoundAsync(PaperListQuery query, SearchQuery words, CancellationToken cancel)
    {
        var choice = new SearchChoice(query.Filter, query.Days) { Order = query.Order, IsExact = query.IsExact };
        var found = new List<string>();
        for (var number = 1; number <= MostMatches / PaperSearch.PageLength && found.Count <= query.Skip + query.Take; number++)
        {
            var result = await sources.Search.FindAsync(words, choice, number, cancel);
            if (result.TooSlow) return (await ListAsync(query, [], cancel)) with { IsGivenUp = true, State = SearchWords.Of(words, result) };
            found.AddRange(result.Papers.Select(p => p.ArxivId));
            if (!result.HasNext) break;
        }
        return await ListAsync(query, [.. found.Skip(query.Skip).Take(query.Take + 1)], cancel);
    }

    /// <param name="ids">One more than asked for where more follow.</param>
    private async Task<PaperList> ListAsync(PaperListQuery query, IReadOnlyList<string> ids, CancellationToken cancel)
    {
        var papers = await shelf.TakeAsync([.. ids.Take(query.Take)], cancel);
        return new PaperList(query, papers)
        {
            Title = ListTitle.Of(query), Page = query.Page(), HasMore = ids.Count > query.Take,
            // Votes come and go without a note of when.
            ChangedAt = papers.Count == 0 || query.Filter.LeastVotes > 0 || query.Order is not null ? null : papers.Max(p => p.Paper.ChangedAt),
        };
    }
}
