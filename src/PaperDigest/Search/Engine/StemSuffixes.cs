namespace PaperDigest.Search;

/// <summary>The suffixes that the steps 2 to 4 of the English stemmer replace, in each step the longer before the shorter.</summary>
internal static class StemSuffixes
{
    public static readonly StemSuffix[] Derived =
    [
        new("ational", "ate"), new("fulness", "ful"), new("iveness", "ive"), new("ization", "ize"), new("ousness", "ous"), new("biliti", "ble"),
        new("lessli", "less"), new("tional", "tion"), new("alism", "al"), new("aliti", "al"), new("ation", "ate"), new("entli", "ent"),
        new("fulli", "ful"), new("iviti", "ive"), new("ousli", "ous"), new("abli", "able"), new("alli", "al"), new("anci", "ance"),
        new("ator", "ate"), new("enci", "ence"), new("izer", "ize"), new("bli", "ble"), new("ogi", "og", "l"), new("li", "", "cdeghkmnrt"),
    ];

    public static readonly StemSuffix[] Adjectival =
    [
        new("ational", "ate"), new("tional", "tion"), new("alize", "al"), new("ative", "", InSecond: true), new("icate", "ic"), new("iciti", "ic"),
        new("ical", "ic"), new("ness", ""), new("ful", ""),
    ];

    public static readonly StemSuffix[] Residual =
    [
        new("ement", ""), new("able", ""), new("ance", ""), new("ence", ""), new("ible", ""), new("ment", ""), new("ant", ""), new("ate", ""),
        new("ent", ""), new("ion", "", "st"), new("ism", ""), new("iti", ""), new("ive", ""), new("ize", ""), new("ous", ""), new("al", ""),
        new("er", ""), new("ic", ""),
    ];
}

/// <summary>A suffix and what takes its place.</summary>
/// <param name="After">The letters after which alone it is replaced; null for any.</param>
/// <param name="InSecond">It must lie in the word's second region, whatever the step asks.</param>
internal readonly record struct StemSuffix(string Ending, string Instead, string? After = null, bool InSecond = false);
