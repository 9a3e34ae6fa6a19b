using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PaperDigest.Catalogue;

namespace PaperDigest.Api;

/// <summary>
/// Papers as BibTeX entries, as arXiv writes its own: <c>@misc</c> with eprint, archivePrefix and primaryClass. Letters stay
/// Unicode, mathematics and TeX stay as the authors wrote them, except for commands that reach beyond the text.
/// </summary>
internal static partial class BibTex
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    public static byte[] Write(IEnumerable<PaperFacts> papers) => Encoding.UTF8.GetBytes(string.Join('\n', papers.Select(Entry)));

    public static string Entry(PaperFacts facts)
    {
        var paper = facts.Paper;
        var published = Published(facts);
        (string Name, string? Value)[] fields =
        [
            ("title", $"{{{Escape(paper.Title)}}}"),
            ("author", string.Join(" and ", paper.Authors.Select(Name))),
            ("year", published.Year.ToString(CultureInfo.InvariantCulture)),
            ("eprint", paper.ArxivId),
            ("archivePrefix", "arXiv"),
            ("primaryClass", paper.Categories.FirstOrDefault()),
            ("doi", Escape(facts.Doi)),
            ("url", PaperLinks.Abstract(paper.ArxivId)),
            ("note", Note(paper)),
            ("keywords", facts.Kept is { Tags.Length: > 0 } kept ? Escape(string.Join(", ", kept.Tags)) : null),
            ("annote", facts.Kept?.Note is { } words ? Escape(OneLine(words)) : null),
            ("abstract", paper.Abstract.Length == 0 ? null : Escape(OneLine(paper.Abstract))),
        ];
        var lines = fields.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => $"  {f.Name} = {{{f.Value}}},").ToList();
        lines.Insert(3, $"  month = {Months[published.Month - 1]},");
        return $"@misc{{{Key(facts)},\n{string.Join('\n', lines)}\n}}\n";
    }

    /// <summary>Family name, year and id: the same in every export, and never that of another paper.</summary>
    public static string Key(PaperFacts facts)
    {
        var family = facts.Paper.Authors is [var first, ..] ? CitedName.Of(first).Family : "";
        var letters = family.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Take(30);
        return $"{string.Concat(letters).ToLowerInvariant()}{Published(facts).Year}-{facts.Paper.ArxivId.Replace('/', '-')}";
    }

    /// <summary>Text that TeX prints as it is meant.</summary>
    public static string Escape(string text)
    {
        var safe = Reaching().Replace(text, @"\textbackslash{}$1");
        var braces = IsBalanced(safe);
        var escaped = new StringBuilder();
        foreach (var (part, isMath) in TexParts.Of(safe))
        {
            if (isMath) escaped.Append(part);
            else EscapeWords(escaped, part, braces);
        }
        return escaped.ToString();
    }

    private static void EscapeWords(StringBuilder escaped, string words, bool braces)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var isEscaped = i > 0 && words[i - 1] == '\\';
            escaped.Append(words[i] switch
            {
                '&' or '%' or '#' or '_' or '$' when !isEscaped => "\\" + words[i],
                '{' or '}' when !braces && !isEscaped => "\\" + words[i],
                '~' when !isEscaped => @"\textasciitilde{}",
                '^' when !isEscaped => @"\textasciicircum{}",
                '\\' when i + 1 == words.Length || !(char.IsAsciiLetter(words[i + 1]) || "&%#_${}'\"`^~=.".Contains(words[i + 1])) => @"\textbackslash{}",
                var other => other.ToString(),
            });
        }
    }

    private static bool IsBalanced(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length && depth >= 0; i++)
        {
            if (i > 0 && text[i - 1] == '\\') continue;
            depth += text[i] switch { '{' => 1, '}' => -1, _ => 0 };
        }
        return depth == 0;
    }

    // Braces keep together what is no personal name, or has an "and" in it.
    private static string Name(string name)
    {
        var cited = CitedName.Of(name);
        return cited.IsWhole || name.Contains(" and ", StringComparison.OrdinalIgnoreCase) ? $"{{{Escape(name)}}}" : Escape(cited.Inverted);
    }

    private static string? Note(Paper paper)
    {
        var notes = new[] { paper.JournalRef, paper.Comments, paper.IsWithdrawn ? "Withdrawn" : null }.Where(n => !string.IsNullOrEmpty(n)).ToList();
        return notes.Count == 0 ? null : Escape(OneLine(string.Join(". ", notes)));
    }

    private static DateOnly Published(PaperFacts facts) =>
        facts.Paper.SubmittedAt is { } submitted ? DateOnly.FromDateTime(submitted.UtcDateTime) : facts.Paper.FirstListed;

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A title comes from anybody; these would read or write files, or redefine what follows, when somebody's paper cites it.
    [GeneratedRegex(@"\\(input|include|write|immediate|openin|openout|read|catcode|def|edef|gdef|xdef|let|csname|special|expandafter|directlua|loop|usepackage|newcommand|renewcommand)(?![a-z])")]
    private static partial Regex Reaching();
}
