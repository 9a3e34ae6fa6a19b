using System.Buffers;
using System.Text;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Brings arXiv's texts into one form, so that the same text from any of its interfaces is the same string: composed Unicode, single
/// blanks, no control characters, TeX letters as Unicode (<see cref="TexLetters"/>), plain signs for TeX's escaped ones outside formulas.
/// Angle brackets, entities and formulas stay as written. Forming a text twice changes nothing. Linear in the length of the text.
/// </summary>
public static class ArxivText
{
    /// <summary>What most titles and names consist of; a text of it that has single blanks has its form already.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz|}");

    private const int MostRounds = 4;

    /// <summary>One line: a title, comment or journal reference.</summary>
    public static string Line(string? text) => IsPlain(text) ? text : Formed(FoldedText.OneLine(text));

    /// <summary>
    /// One line of a field that may be missing, and where arXiv holds some text that was decoded wrongly long ago: comments, journal
    /// references. Null when it says nothing; OAI-PMH prints some missing values as <c>None</c>.
    /// </summary>
    internal static string? Note(string? text) => Line(Mojibake.Repaired(text ?? "")) is { Length: > 0 } and not "None" and var note ? note : null;

    /// <summary>An abstract: paragraphs, each one line, separated by an empty line.</summary>
    public static string Paragraphs(string? text) => IsPlain(text) ? text : Formed(FoldedText.Paragraphs(text));

    /// <summary>A list of names as one line: TeX letters as Unicode; braces, ties and what else TeX needs dropped.</summary>
    internal static string Names(string? text)
    {
        if (IsPlain(text) && !text.AsSpan().ContainsAny("\\{}~"))
            return text;
        var names = FoldedText.OneLine(text);
        if (!names.AsSpan().ContainsAny("\\{}~"))
            return Composed(names);
        return Composed(FoldedText.OneLine(TexNames.Plain(TexLetters.ToUnicode(Composed(names), inName: true))));
    }

    /// <summary>A short piece of a text for a report, at most <paramref name="length"/> characters.</summary>
    internal static string Excerpt(string? text, int length = 120)
    {
        var line = Composed(FoldedText.OneLine(text is { Length: > 2000 } ? text[..2000] : text));
        return line.Length <= length ? line : string.Concat(line.AsSpan(0, length - 1), "…");
    }

    private static bool IsPlain([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? text) =>
        text is { Length: > 0 } && text[0] != ' ' && text[^1] != ' '
        && !text.AsSpan().ContainsAnyExcept(Plain) && !text.Contains("  ", StringComparison.Ordinal);

    private static string Formed(string folded)
    {
        var text = Composed(folded);
        // What one round makes of a text can, in odd ones, be TeX again: "\aa \'t" is "å\'t", and that "å't".
        for (var round = 0; round < MostRounds && NeedsTex(text); round++)
        {
            var plain = Composed(TexLetters.ToUnicode(TexEscapes.Resolved(text), inName: false));
            if (plain == text)
                break;
            text = plain;
        }
        return text;
    }

    private static bool NeedsTex(string text) => text.Contains('\\') || (!Ascii.IsValid(text) && text.Contains('{'));

    private static string Composed(string text) => Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormC);
}
