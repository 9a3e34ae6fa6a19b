using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>The part of an abstract that shows why a paper was found.</summary>
internal static class Passage
{
    /// <summary>The sentence with the most words of the query; the abstract's own key sentence where none has any.</summary>
    public static string Of(string? summary, string text, Marker marker)
    {
        var best = KeySentence.Of(summary, text);
        var most = marker.Count(best);
        foreach (var sentence in KeySentence.All(text))
        {
            if (marker.Count(sentence) is var count && count > most) (best, most) = (sentence, count);
        }
        return best;
    }
}
