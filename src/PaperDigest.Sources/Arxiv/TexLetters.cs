using System.Buffers;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Turns TeX's accented, special and Greek letters into Unicode: <c>\'e</c>, <c>{\"o}</c>, <c>\v{z}</c>, <c>{\aa}</c>, <c>\alpha</c>.
/// arXiv's query interface does so since November 2025, in formulas as well, while its feeds, OAI-PMH and the snapshot keep the source:
/// one form for all of them can only be Unicode. What is no known letter stays as it was. The model is arXiv's own converter
/// (https://github.com/arXiv/arxiv-base, arxiv/util/tex2utf), as far as its answers show it.
/// </summary>
internal ref struct TexLetters
{
    /// <summary>Commands longer than this are no accents' neighbours; it bounds the look back.</summary>
    private const int LongestCommand = 40;

    private readonly string text;
    private readonly bool inName;
    private readonly char[] kept;
    private int length;

    /// <summary>What is kept up to here is escaped by a backslash, so that nothing after it may take it for a command or brace.</summary>
    private int settled;

    private TexLetters(string text, bool inName, char[] kept) => (this.text, this.inName, this.kept) = (text, inName, kept);

    /// <summary>The text with its letters in Unicode; in names an accent may stand a blank before its letter anywhere.</summary>
    public static string ToUnicode(string text, bool inName)
    {
        // A letter of Unicode is never longer than its TeX.
        var kept = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var letters = new TexLetters(text, inName, kept);
            letters.Read();
            return kept.AsSpan(0, letters.length).SequenceEqual(text) ? text : new string(kept, 0, letters.length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(kept);
        }
    }

    private void Read()
    {
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            if (c == '\\')
                i = ReadCommand(i);
            else if (c == '}' && TryCloseGroup(i, out var after))
                i = after;
            else if (char.IsLetter(c))
                i = PushLetter(text.AsSpan(i, 1), i + 1);
            else
                kept[length++] = text[i++];
        }
    }

    /// <summary>Reads the command at a backslash; returns where it ends.</summary>
    private int ReadCommand(int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        if (end > start + 1)
            return IsWordAt(end) || !TryPushSymbol(start, end, out var after) ? Copy(start, end) : after;
        if (end == text.Length || char.IsSurrogate(text[end]))
            return Copy(start, end);
        Copy(start, ++end);
        if (!TexMarks.IsSign(text[end - 1]))
            settled = length;
        return end;
    }

    private readonly bool IsWordAt(int i) => i < text.Length && char.IsLetterOrDigit(text[i]);

    private int Copy(int start, int end)
    {
        text.AsSpan(start, end - start).CopyTo(kept.AsSpan(length));
        length += end - start;
        return end;
    }

    /// <summary>Puts the letter that a command names, without the braces around it and without the blank or empty group that ends it.</summary>
    private bool TryPushSymbol(int start, int end, out int after)
    {
        after = end;
        var braced = length > settled && kept[length - 1] == '{' && end < text.Length && text[end] == '}';
        if (!TexSymbols.TryGet(text.AsSpan(start + 1, end - start - 1), out var symbol) || (symbol == '°' && !braced))
            return false;
        if (braced)
        {
            length--;
            after++;
        }
        else if (After(end, "{}"))
            after += 2;
        else if (After(end, " ") || After(end, "\\ "))
            after++;
        after = PushLetter([symbol], after);
        return true;
    }

    private readonly bool After(int i, string rest) => text.AsSpan(i).StartsWith(rest, StringComparison.Ordinal);

    /// <summary>Puts a letter and the accents that Unicode sets behind it, under the accents that wait for it; returns where those behind it end.</summary>
    private int PushLetter(scoped ReadOnlySpan<char> letter, int end)
    {
        var start = end;
        while (end < text.Length && TexMarks.IsCombining(text[end]))
            end++;
        if (end > start)
            letter = string.Concat(letter, text.AsSpan(start, end - start));
        while (AwaitingMark(end) is > 0 and var waiting && TexMarks.TryCompose(letter, kept[length - waiting + 1], out var composed))
        {
            length -= waiting;
            letter = composed;
        }
        letter.CopyTo(kept.AsSpan(length));
        length += letter.Length;
        return end;
    }

    /// <summary>How long the accent command is that what is kept ends with, or 0: <c>\'</c> or, with the blank that it needs, <c>\c </c>.</summary>
    private readonly int AwaitingMark(int end)
    {
        if (length - 2 >= settled && kept[length - 2] == '\\' && TexMarks.IsSign(kept[length - 1]))
            return 2;
        if (length - 3 < settled || kept[length - 1] != ' ' || kept[length - 3] != '\\')
            return 0;
        var before = length - 4 >= settled ? kept[length - 4] : ' ';
        if (TexMarks.IsSign(kept[length - 2]))
            return before == '{' && end < text.Length && text[end] == '}' ? 3 : 0;
        // Elsewhere it is a macro more often than an accent: the "\d x" of an integral.
        return TexMarks.TakesBlank(kept[length - 2], inName) && (inName || before == '{' || char.IsLetter(before)) ? 3 : 0;
    }

    /// <summary>
    /// Closes a group that holds one letter: <c>\v{z}</c> becomes the accented letter, <c>{ö}</c> loses its braces, unless they hold
    /// the argument of something else.
    /// </summary>
    private bool TryCloseGroup(int brace, out int after)
    {
        after = brace + 1;
        var end = length > settled && kept[length - 1] == ' ' ? length - 1 : length;
        var start = end;
        while (start > settled && end - start < TexMarks.LongestLetter && TexMarks.IsCombining(kept[start - 1]))
            start--;
        if (--start < settled || !char.IsLetter(kept[start]))
            return false;
        var open = start > settled && kept[start - 1] == ' ' ? start - 2 : start - 1;
        if (open < settled || kept[open] != '{')
            return false;
        ReadOnlySpan<char> letter = kept.AsSpan(start, end - start).ToArray();
        if (AccentBefore(open) is > 0 and var accent)
        {
            if (!TexMarks.TryCompose(letter, kept[open - accent + 1], out var composed))
                return false;
            length = open - accent;
            after = PushLetter(composed, after);
            return true;
        }
        if (char.IsAscii(letter[0]) || open + 1 != start || end != length || HoldsArgument(open))
            return false;
        length = open;
        after = PushLetter(letter, after);
        return true;
    }

    /// <summary>The length of the accent command before a group, or 0.</summary>
    private readonly int AccentBefore(int open)
    {
        if (open - 2 >= settled && kept[open - 2] == '\\' && TexMarks.IsMark(kept[open - 1]))
            return 2;
        return open - 3 >= settled && kept[open - 1] == ' ' && kept[open - 3] == '\\' && TexMarks.IsMark(kept[open - 2]) ? 3 : 0;
    }

    private readonly bool HoldsArgument(int open)
    {
        if (open == 0)
            return false;
        if (kept[open - 1] is '^' or '_' or '}' or ']' or '\\')
            return true;
        var start = open;
        while (start > 0 && open - start < LongestCommand && char.IsAsciiLetter(kept[start - 1]))
            start--;
        return start < open && start > 0 && kept[start - 1] == '\\';
    }
}
