using PaperDigest.Community;
using PaperDigest.Search;

namespace PaperDigest.Following;

/// <summary>
/// Finds what to offer a reader: papers of the last days that match what the reader follows, or are like papers saved lately. Each
/// paper comes once, with all its reasons.
/// </summary>
internal sealed class ForYou(Follows follows, OfferQueries queries, PaperFinder finder, SavedQueries saved)
{
    /// <summary>Of the papers saved last, so many are asked for their like, at some ten milliseconds each.</summary>
    private const int MostLiked = 5;

    /// <summary>Something of any week is like a paper in some way: so many of the nearest are worth a word.</summary>
    private const int MostAlike = 8;

    public async Task<Offers> ReadAsync(OfferChoice choice, CancellationToken cancel)
    {
        var followed = await follows.OfAsync(choice.Reader, cancel);
        var heard = followed.Where(f => !f.IsMuted).Select(f => f.Subject).ToList();
        var searched = new List<(Reason Reason, IReadOnlyList<string> Papers, int Most)>();
        foreach (var search in heard.Where(f => f.Kind == FollowKind.Search))
            searched.Add((Reason.Follows(search), await finder.AnswersAsync(search.Searched, cancel), int.MaxValue));
        var liked = (await saved.LatestAsync(choice.Reader, MostLiked, cancel))
            .Select(s => (Reason: Reason.LikeSaved(s.ArxivId, s.Title), Papers: finder.Alike(s.ArxivId), Most: MostAlike));
        var elsewhere = searched.Concat(liked).ToList();
        if (heard.Count + elsewhere.Count == 0) return new Offers(followed, []);

        var matches = await queries.MatchesAsync(choice, heard, [.. elsewhere.SelectMany(e => e.Papers).Distinct()], cancel);
        var recent = matches.Select(m => m.ArxivId).ToHashSet(StringComparer.Ordinal);
        var reasons = elsewhere.SelectMany(e => e.Papers.Where(recent.Contains).Take(e.Most).Select(paper => (paper, e.Reason))).ToLookup(r => r.paper, r => r.Reason);
        return new Offers(followed, [.. matches.Select(m => m.With(reasons[m.ArxivId])).Where(m => m.Reasons.Count > 0)]);
    }
}
