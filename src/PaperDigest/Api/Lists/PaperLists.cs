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
        var choice = new NewestChoice(query.Skip, query.Take + 1) { LeastVotes = query.LeastVotes };
        if (query.Days is { } days) choice = choice with { From = days.From, Until = days.Until };
        var places = query.Author is { } author
            ? await sources.Newest.ByAuthorAsync(author, query.Category, choice, cancel)
            : await sources.Newest.InCategoryAsync(query.Category!, choice, cancel);
        var page = query.Author is null ? PaperLinks.Category(query.Category!) : PaperLinks.Author(query.Author);
        return await ListAsync(query, [.. places.Select(p => p.Paper)], page, cancel);
    }

    private async Task<PaperList> RankedAsync(PaperListQuery query, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        // A week or month without a date is that of the latest day.
        var day = await sources.Days.FindAsync(query.Period is null or ListPeriod.Day ? query.Date : null, cancel);
        if (day is null) return (await ListAsync(query, [], "/papers", cancel)) with { State = "The catalogue is empty: no listing has been taken in yet." };

        var choice = new RankedChoice(query.Skip, query.Take + 1) { Category = query.Category, Submitter = query.Submitter, LeastVotes = query.LeastVotes };
        var (from, until) = query.Around(query.Date ?? day.Date);
        var ids = query.Period switch
        {
            ListPeriod.Trending => await sources.Ranked.TrendingAsync(until, choice, now, cancel),
            ListPeriod.Week or ListPeriod.Month => await sources.Ranked.PeriodAsync(from, until, choice, cancel),
            _ => await sources.Ranked.DayAsync(day.Date, choice, cancel),
        };
        if (query.Period is not (null or ListPeriod.Day)) return (await ListAsync(query, ids, "/papers", cancel)) with { ChangedAt = null };

        var list = await ListAsync(query, ids, query.Date is null ? "/papers" : DayWords.Path(day.Date), cancel);
        var state = await standing.OfAsync(day, isLatest: query.Date is null, cancel);
        var dayChanged = await sources.Ranked.ChangedAtAsync(day.Date, cancel);
        // What is known of a listing that is not whole changes with every try.
        if (!state.IsWhole || dayChanged is null) return list with { State = state.Text, ChangedAt = null };
        return list with { State = state.Text, ChangedAt = dayChanged > list.ChangedAt ? dayChanged : list.ChangedAt };
    }

    private async Task<PaperList> FoundAsync(PaperListQuery query, SearchQuery words, CancellationToken cancel)
    {
        var page = $"/papers?q={Uri.EscapeDataString(words.Text)}";
        var found = new List<string>();
        for (var number = 1; number <= MostMatches / PaperSearch.PageLength && found.Count <= query.Skip + query.Take; number++)
        {
            var result = await sources.Search.FindAsync(words, number, SearchOrder.Relevance, cancel);
            if (result.TooSlow) return (await ListAsync(query, [], page, cancel)) with { IsGivenUp = true, State = SearchWords.Of(words, result) };
            found.AddRange(result.Papers.Where(p => IsChosen(p, query)).Select(p => p.ArxivId));
            if (!result.HasNext) break;
        }
        return await ListAsync(query, [.. found.Skip(query.Skip).Take(query.Take + 1)], page, cancel);
    }

    private static bool IsChosen(PaperCard paper, PaperListQuery query) =>
        paper.VotesHere + paper.OutsideVotes >= query.LeastVotes
        && (query.Category is null || paper.Categories.Contains(query.Category))
        && (query.Days is not { } days || (paper.FirstListed >= days.From && paper.FirstListed <= days.Until));

    /// <param name="ids">One more than asked for where more follow.</param>
    private async Task<PaperList> ListAsync(PaperListQuery query, IReadOnlyList<string> ids, string page, CancellationToken cancel)
    {
        var papers = await shelf.TakeAsync([.. ids.Take(query.Take)], cancel);
        return new PaperList(query, papers)
        {
            Title = ListTitle.Of(query), Page = page, HasMore = ids.Count > query.Take,
            // Votes come and go without a note of when.
            ChangedAt = papers.Count == 0 || query.LeastVotes > 0 ? null : papers.Max(p => p.Paper.ChangedAt),
        };
    }
}
