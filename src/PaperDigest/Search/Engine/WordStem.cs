using System.Buffers;

namespace PaperDigest.Search;

/// <summary>Where in a word a suffix must lie to be one: after the first or the second change from vowel to consonant.</summary>
internal enum StemRegion
{
    First,
    Second,
}

/// <summary>A word on its way to its stem: the steps of the English stemmer, each on what the one before left.</summary>
internal ref struct WordStem
{
    private static readonly string[] Beginnings = ["gener", "commun", "arsen"];
    private static readonly string[] Doubles = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];
    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");
    private readonly Span<char> _word;
    private readonly int _first;
    private readonly int _second;

    public WordStem(Span<char> word)
    {
        _word = word;
        Length = word.Length;
        _first = AfterBeginning(word) ?? RegionFrom(word, 0);
        _second = RegionFrom(word, _first);
    }

    public int Length { get; private set; }

    private readonly ReadOnlySpan<char> Word => _word[..Length];

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    /// <summary>Step 1a: "ponies" to "poni", "gaps" to "gap"; "gas" and "bias" stay.</summary>
    public void DropPlural()
    {
        if (Word.EndsWith("sses")) Length -= 2;
        else if (Word.EndsWith("ied") || Word.EndsWith("ies")) Length -= Length > 4 ? 2 : 1;
        else if (Word.EndsWith("s") && !Word.EndsWith("us") && !Word.EndsWith("ss") && Length > 2 && HasVowel(Length - 2)) Length--;
    }

    /// <summary>Step 1b: "trained" to "train", "hopping" to "hop", "hoping" to "hope".</summary>
    public void DropPastAndParticiple()
    {
        if (Cut("eedly") is { } adverb && adverb >= _first || Cut("eed") is { } past && past >= _first)
        {
            Length = Word.EndsWith("ly") ? Length - 3 : Length - 1;
            return;
        }
        if (Word.EndsWith("eed") || Word.EndsWith("eedly")) return;
        if ((Cut("ingly") ?? Cut("edly") ?? Cut("ing") ?? Cut("ed")) is not { } rest || !HasVowel(rest)) return;
        Length = rest;
        if (Word.EndsWith("at") || Word.EndsWith("bl") || Word.EndsWith("iz")) Append('e');
        else if (EndsDouble()) Length--;
        else if (IsShort()) Append('e');
    }

    /// <summary>Step 1c: "theory" and "theories" both to "theori"; "day" stays.</summary>
    public readonly void SoftenFinalY()
    {
        if (Length > 2 && Word[^1] is 'y' or 'Y' && !IsVowel(Word[^2])) _word[Length - 1] = 'i';
    }

    /// <summary>Steps 2 to 4: the longest suffix that is there is replaced where the step's region holds it.</summary>
    public void Replace(StemSuffix[] suffixes, StemRegion region)
    {
        foreach (var suffix in suffixes)
        {
            if (Cut(suffix.Ending) is not { } rest) continue;
            var from = region == StemRegion.Second || suffix.InSecond ? _second : _first;
            if (rest < from || (suffix.After is { } after && (rest == 0 || !after.Contains(_word[rest - 1], StringComparison.Ordinal)))) return;
            suffix.Instead.CopyTo(_word[rest..]);
            Length = rest + suffix.Instead.Length;
            return;
        }
    }

    /// <summary>Step 5: "rate" to "rate", "iterate" to "iter", "controll" to "control".</summary>
    public void DropFinalE()
    {
        if (Cut("e") is { } rest && (rest >= _second || (rest >= _first && !EndsShortSyllable(rest)))) Length--;
        else if (Word.EndsWith("ll") && Length - 1 >= _second) Length--;
    }

    private readonly int? Cut(string ending) => Word.EndsWith(ending) ? Length - ending.Length : null;

    private void Append(char c) => _word[Length++] = c;

    private readonly bool HasVowel(int end) => _word[..end].ContainsAny(Vowels);

    private readonly bool EndsDouble()
    {
        foreach (var pair in Doubles)
        {
            if (Word.EndsWith(pair)) return true;
        }
        return false;
    }

    private readonly bool IsShort() => _first >= Length && EndsShortSyllable(Length);

    private readonly bool EndsShortSyllable(int end) => end switch
    {
        < 2 => false,
        2 => IsVowel(_word[0]) && !IsVowel(_word[1]),
        _ => !IsVowel(_word[end - 3]) && IsVowel(_word[end - 2]) && !IsVowel(_word[end - 1]) && _word[end - 1] is not ('w' or 'x' or 'Y'),
    };

    private static int? AfterBeginning(ReadOnlySpan<char> word)
    {
        foreach (var beginning in Beginnings)
        {
            if (word.StartsWith(beginning)) return beginning.Length;
        }
        return null;
    }

    /// <summary>Behind the first consonant that follows a vowel, from <paramref name="start"/> on.</summary>
    private static int RegionFrom(ReadOnlySpan<char> word, int start)
    {
        for (var i = start + 1; i < word.Length; i++)
        {
            if (!IsVowel(word[i]) && IsVowel(word[i - 1])) return i + 1;
        }
        return word.Length;
    }
}
