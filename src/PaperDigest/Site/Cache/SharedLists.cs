using PaperDigest.Hosting;
using PaperDigest.Ranking;

namespace PaperDigest.Site;

/// <summary>
/// Pages of ranked lists with the markup of each card, as it is for a reader who did nothing with the paper: what is the same for
/// all readers is read and rendered once for all of them.
/// </summary>
internal sealed class SharedLists(RankedLists lists, PageMemory memory, ComponentMarkup markup)
{
    /// <summary>A page, from memory where it is kept.</summary>
    public Task<SharedList> PageAsync(HttpContext context, ListView view, RankedQuery ranked) =>
        // What came since one's last visit is one's own.
        ranked.CameAfter is not null ? ReadAsync(context, view, ranked)
        : memory.GetAsync(context, $"list {view.Return} {view.Papers} {ranked.From:O} {ranked.Until:O}", async shown =>
        {
            shown.Add(ranked.IsDay ? PageTags.Day(ranked.Until) : PageTags.Ranks);
            var list = await ReadAsync(context, view, ranked);
            foreach (var card in list.Page.Cards) shown.Add(PageTags.Paper(card.Paper.ArxivId));
            return list;
        });

    private async Task<SharedList> ReadAsync(HttpContext context, ListView view, RankedQuery ranked)
    {
        var page = await lists.PageAsync(ranked, context.RequestAborted);
        var cards = page.Cards.Select(card => new Dictionary<string, object?> { [nameof(ListedCardView.Card)] = card, [nameof(ListedCardView.View)] = view });
        return new SharedList(page, await markup.OfEachAsync<ListedCardView>([.. cards]));
    }
}

/// <summary>Part of a list with the markup of its cards, in the same order.</summary>
internal sealed record SharedList(RankedPage Page, IReadOnlyList<string> Markup);
