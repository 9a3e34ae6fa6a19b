namespace PaperDigest.Catalogue;

/// <summary>The sentence or two by which a list introduces a paper.</summary>
public static class KeySentence
{
    // A first sentence shorter than this says too little alone ("Large models are costly."); the next one joins it.
    private const int Enough = 110;

    private static readonly string[] Abbreviations =
        ["e.g", "i.e", "et al", "etc", "vs", "cf", "resp", "approx", "fig", "figs", "eq", "eqs", "sec", "no", "dr", "mr", "prof", "w.r.t", "a.k.a", "st"];

    /// <summary>The first sentence of the summary, or of the abstract when there is none; the second as well when the first is short.</summary>
    public static string Of(string? summary, string @abstract)
    {
        var text = Flat(string.IsNullOrWhiteSpace(summary) ? @abstract : summary);
        var first = EndOfSentence(text, 0);
        return first < Enough ? text[..EndOfSentence(text, first)] : text[..first];
    }

    /// <summary>The sentences of a text, one after the other.</summary>
    internal static IEnumerable<string> All(string text)
    {
        var flat = Flat(text);
        for (int start = 0, end; start < flat.Length; start = end)
        {
            end = EndOfSentence(flat, start);
            yield return flat[start..end].Trim();
        }
    }

    /// <summary>A text with one blank where it has several, or begins a line.</summary>
    internal static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int EndOfSentence(string text, int from)
    {
        for (var i = from; i < text.Length - 2; i++)
        {
            if (text[i] is '.' or '!' or '?' && EndsHere(text, i)) return i + 1;
        }
        return text.Length;
    }

    // A full stop ends a sentence before a blank and something that begins one, unless it belongs to an abbreviation or initial.
    private static bool EndsHere(string text, int stop)
    {
        if (text[stop + 1] != ' ' || char.IsLower(text[stop + 2])) return false;
        if (text[stop] != '.') return true;
        var before = text[..stop];
        if (stop > 0 && char.IsUpper(text[stop - 1]) && (stop == 1 || !char.IsLetterOrDigit(text[stop - 2]))) return false;
        return !Abbreviations.Any(a => before.EndsWith(a, StringComparison.OrdinalIgnoreCase)
            && (before.Length == a.Length || !char.IsLetterOrDigit(before[^(a.Length + 1)])));
    }
}
