using System.Buffers;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Text with single blanks, without controls, zero-width and direction marks, characters that only machines see (all of which could
/// disguise a text), halves of surrogate pairs and heaps of accents over one letter, which would lie over other lines.
/// </summary>
internal static class FoldedText
{
    private static readonly SearchValues<char> Printable = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Scripts that set marks over marks, such as Tibetan and pointed Hebrew, need four or five.</summary>
    private const int MostMarks = 6;

    private enum Gap { None, Blank, Paragraph }

    /// <summary>The text as one line.</summary>
    public static string OneLine(string? text) => Folded(text, inParagraphs: false);

    /// <summary>
    /// The text as paragraphs, each one line, separated by an empty line. arXiv wraps lines at 80 columns; an empty line or an
    /// indented one begins a paragraph.
    /// </summary>
    public static string Paragraphs(string? text) => Folded(text, inParagraphs: true);

    private static string Folded(string? text, bool inParagraphs)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        // Nothing grows: the shortest paragraph break is as long as the empty line that takes its place.
        var kept = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            var length = Fold(text, kept, inParagraphs);
            return kept.AsSpan(0, length).SequenceEqual(text) ? text : new string(kept, 0, length);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(kept);
        }
    }

    private static int Fold(ReadOnlySpan<char> text, Span<char> kept, bool inParagraphs)
    {
        var (length, marks) = (0, 0);
        var gap = Gap.None;
        for (var i = 0; i < text.Length;)
        {
            var run = PlainRun(text[i..]);
            if (run == 0 && LengthOfGap(text[i..], inParagraphs, ref gap) is > 0 and var skipped)
            {
                i += skipped;
                continue;
            }
            if (run == 0)
                run = LengthOfCharacter(text[i..]);
            if (run > 0)
                marks = TexMarks.IsCombining(text[i]) ? marks + 1 : 0;
            if (run < 0 || marks > MostMarks)
            {
                i += Math.Abs(run);
                continue;
            }
            if (length > 0)
                length += Write(gap, kept[length..]);
            gap = Gap.None;
            text.Slice(i, run).CopyTo(kept[length..]);
            length += run;
            i += run;
        }
        return length;
    }

    private static int Write(Gap gap, Span<char> kept)
    {
        if (gap == Gap.None)
            return 0;
        kept[0] = gap == Gap.Blank ? ' ' : '\n';
        if (gap == Gap.Paragraph)
            kept[1] = '\n';
        return (int)gap;
    }

    /// <summary>How much of the start is printable ASCII with single blanks, without a blank at either end.</summary>
    private static int PlainRun(ReadOnlySpan<char> text)
    {
        if (text[0] == ' ')
            return 0;
        var end = text.IndexOfAnyExcept(Printable);
        var run = end < 0 ? text : text[..end];
        if (run.IndexOf("  ") is >= 0 and var wide)
            run = run[..wide];
        return run.TrimEnd(' ').Length;
    }

    /// <summary>How much white space the text begins with, dropped characters in it included, and what it means.</summary>
    private static int LengthOfGap(ReadOnlySpan<char> text, bool inParagraphs, ref Gap gap)
    {
        // Blanks and tabs since the last line end; -1 before the first.
        var (i, indent) = (0, -1);
        while (i < text.Length)
        {
            if (IsBlank(text[i]))
            {
                gap = gap == Gap.None ? Gap.Blank : gap;
                var ends = text[i] is '\n' or '\r';
                if (ends && text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
                    i++;
                if (inParagraphs && indent >= 0 && (ends || (text[i] is ' ' or '\t' && indent >= 1)))
                    gap = Gap.Paragraph;
                indent = ends ? 0 : indent < 0 ? -1 : text[i] is ' ' or '\t' ? indent + 1 : -1;
                i++;
            }
            else if (LengthOfCharacter(text[i..]) is < 0 and var dropped)
            {
                i -= dropped;
            }
            else
            {
                break;
            }
        }
        return i;
    }

    /// <summary>The length of the character that the text begins with, negative when it is dropped.</summary>
    private static int LengthOfCharacter(ReadOnlySpan<char> text)
    {
        var c = text[0];
        if (!char.IsSurrogate(c))
            return IsDropped(c) ? -1 : 1;
        if (text.Length == 1 || !char.IsSurrogatePair(c, text[1]))
            return -1;
        // Tags (U+E0000 to U+E007F) and characters that are none.
        var whole = char.ConvertToUtf32(c, text[1]);
        return whole is >= 0xE0000 and <= 0xE007F || (whole & 0xFFFE) == 0xFFFE ? -2 : 2;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) && c is not ('\v' or '\f');

    private static bool IsDropped(char c) =>
        (char.IsControl(c) && !IsBlank(c))
        || c is '\u00AD' or '\u061C' or '\u180E' or '\u200B' or '\u200E' or '\u200F' or '\uFEFF'
        || c is (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u206F') or (>= '\uFFF9' and <= '\uFFFB') or (>= '\uFDD0' and <= '\uFDEF') or >= '\uFFFE';
}
