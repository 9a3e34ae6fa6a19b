using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>
/// Cuts scientific text into words: lower case, without accents, TeX as words. "GPT-4" gives "gpt", "4" and, joined, "gpt4"; so
/// "fine-tuning" is found by "finetuning" and "fine tuning" alike. "C++", "C#", "3.5" stay whole, "1,000" becomes "1000", a
/// possessive 's goes. Not to be used by two threads at once.
/// </summary>
internal sealed class Tokenizer
{
    /// <summary>Nobody looks up a longer word; what is longer is a web address or broken text.</summary>
    public const int LongestWord = 48;

    private const int MostJoined = 4;
    private readonly List<Token> _tokens = [];
    private char[] _letters = new char[4096];
    private int _used;

    /// <summary>The words of <paramref name="text"/> in their order; valid until the next call.</summary>
    public IReadOnlyList<Token> Cut(string text)
    {
        _tokens.Clear();
        _used = 0;
        var plain = TexWords.Spell(SearchText.Plain(text));
        // Each letter is written at most twice, once in its part and once in the joined form.
        if (_letters.Length < 2 * plain.Length) _letters = new char[2 * plain.Length];
        for (var at = 0; at < plain.Length;)
        {
            if (IsPart(plain[at])) at = CutWord(plain, at);
            else if (EndsSentence(plain, at++)) EndSentence();
        }
        return _tokens;
    }

    public ReadOnlySpan<char> Letters(Token token) => _letters.AsSpan(token.Start, token.Length);

    /// <summary>A word with what hyphens join to it; returns where it ends.</summary>
    private int CutWord(ReadOnlySpan<char> text, int at)
    {
        var first = _tokens.Count;
        var parts = 0;
        while (true)
        {
            at = CutPart(text, at);
            parts++;
            if (at + 1 >= text.Length || !IsJoint(text[at]) || !IsPart(text[at + 1])) break;
            at++;
        }
        if (parts is > 1 and <= MostJoined) Join(first);
        return at;
    }

    private int CutPart(ReadOnlySpan<char> text, int at)
    {
        var start = _used;
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (IsPart(c)) _letters[_used++] = c;
            else if (!IsInside(text, at, c)) break;
            else if (c == '.') _letters[_used++] = c;
        }
        at += Symbols(text, at, _used - start);
        // "Dijkstra's" is Dijkstra; in "don't" the apostrophe merely goes.
        if (at >= 2 && text[at - 1] == 's' && text[at - 2] is '\'' or '’') _used--;
        if (_used - start is > 0 and <= LongestWord) _tokens.Add(new Token(start, _used - start, Joined: false));
        return at;
    }

    /// <summary>Takes "++" or "#" behind a single letter into the word; returns how many characters that were.</summary>
    private int Symbols(ReadOnlySpan<char> text, int at, int length)
    {
        if (length != 1) return 0;
        var symbols = text[at..] is ['+', '+', ..] ? 2 : text[at..] is ['#', ..] ? 1 : 0;
        if (at + symbols < text.Length && IsPart(text[at + symbols])) return 0;
        text.Slice(at, symbols).CopyTo(_letters.AsSpan(_used));
        _used += symbols;
        return symbols;
    }

    private void Join(int first)
    {
        var start = _used;
        for (var i = first; i < _tokens.Count; i++)
        {
            Letters(_tokens[i]).CopyTo(_letters.AsSpan(_used));
            _used += _tokens[i].Length;
        }
        if (_tokens.Count - first > 1 && _used - start <= LongestWord) _tokens.Add(new Token(start, _used - start, Joined: true));
    }

    private void EndSentence()
    {
        if (_tokens.Count > 0 && !_tokens[^1].EndsSentence) _tokens.Add(default);
    }

    private static bool EndsSentence(ReadOnlySpan<char> text, int at) =>
        text[at] is '.' or '?' or '!' && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    private static bool IsPart(char c) => char.IsAsciiLetterOrDigit(c) || (c > 127 && char.IsLetterOrDigit(c));

    /// <summary>Hyphens as people and typesetters write them, and what stands for one in "f1@10", "R&amp;D" and "max_pool".</summary>
    private static bool IsJoint(char c) => c is '-' or '\u2010' or '\u2011' or '@' or '&' or '_';

    /// <summary>Whether the character belongs into a word between its neighbours: "don't", "3.5", "1,000".</summary>
    private static bool IsInside(ReadOnlySpan<char> text, int at, char c)
    {
        if (at + 1 >= text.Length || at == 0) return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        return c switch
        {
            '\'' or '’' => char.IsLetter(before) && char.IsLetter(after),
            '.' or ',' => char.IsAsciiDigit(before) && char.IsAsciiDigit(after),
            _ => false,
        };
    }
}
