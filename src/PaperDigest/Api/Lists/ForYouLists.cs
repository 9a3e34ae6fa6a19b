using PaperDigest.Following;

namespace PaperDigest.Api;

/// <summary>Reads what is offered to a reader as a list to give out, newest first, each paper with its reasons.</summary>
internal sealed class ForYouLists(ForYou forYou, PaperShelf shelf)
{
    /// <param name="path">The address under which the list is given out; feeds say it.</param>
    public async Task<PaperList> ReadAsync(Guid reader, int most, string path, CancellationToken cancel)
    {
        var offers = OfferOrder.Newest((await forYou.ReadAsync(new OfferChoice(reader), cancel)).Papers).Take(most).ToDictionary(o => o.ArxivId);
        var papers = await shelf.TakeAsync([.. offers.Keys], cancel);
        return new PaperList(new PaperListQuery { Take = most }, [.. papers.Select(p => p with { Why = Why(offers[p.Paper.ArxivId]) })])
        {
            Title = "For you", Page = "/for-you", Self = path,
        };
    }

    private static string Why(Offer offer) => string.Join(". ", offer.Reasons.Select(r => r.Text)) + ".";
}
