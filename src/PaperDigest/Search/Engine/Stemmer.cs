namespace PaperDigest.Search;

/// <summary>
/// Takes English words back to a common stem, so that "models" and "modelling" meet in "model". The Snowball project's English
/// stemmer ("Porter2"): M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, and snowballstem.org.
/// Words with anything but a to z come out as they went in.
/// </summary>
internal static class Stemmer
{
    private const int ShortestStemmed = 3;

    /// <summary>Writes the stem of <paramref name="word"/>, which is in lower case, over its beginning.</summary>
    /// <returns>How many characters the stem has; never more than the word.</returns>
    public static int Stem(Span<char> word)
    {
        if (word.Length < ShortestStemmed || word.ContainsAnyExceptInRange('a', 'z')) return word.Length;
        MarkConsonantY(word);
        var stem = new WordStem(word);
        stem.DropPlural();
        stem.DropPastAndParticiple();
        stem.SoftenFinalY();
        stem.Replace(StemSuffixes.Derived, StemRegion.First);
        stem.Replace(StemSuffixes.Adjectival, StemRegion.First);
        stem.Replace(StemSuffixes.Residual, StemRegion.Second);
        stem.DropFinalE();
        word[..stem.Length].Replace('Y', 'y');
        return stem.Length;
    }

    /// <summary>A y at the beginning or after a vowel is a consonant, which a capital marks.</summary>
    private static void MarkConsonantY(Span<char> word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (word[i] == 'y' && (i == 0 || WordStem.IsVowel(word[i - 1]))) word[i] = 'Y';
        }
    }
}
