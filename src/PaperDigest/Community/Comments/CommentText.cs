using System.Buffers;
using System.Text;

namespace PaperDigest.Community;

/// <summary>A comment's text as it was sent, and what may be wrong with it.</summary>
internal static class CommentText
{
    /// <summary>In UTF-16 units, as Hugging Face counts.</summary>
    public const int Longest = 65_536;

    /// <summary>
    /// Signs that may begin or end something, in one paragraph. What each of them belongs to is looked for among all the others:
    /// fifteen thousand in a paragraph take seconds.
    /// </summary>
    private const int MostSigns = 1_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("[]()*_~`$<>!&|\\-+=");

    /// <summary>The text as it is stored: lines end in one way, characters that neither show nor separate are gone.</summary>
    public static string Clean(string? typed)
    {
        if (typed is null) return "";
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' || !Rune.IsControl(rune)) clean.Append(rune.ToString());
        }
        return clean.ToString().Trim();
    }

    /// <summary>What keeps the clean text from being posted, in words; null when nothing does.</summary>
    public static string? ProblemWith(string clean) => clean switch
    {
        "" => "The comment is empty.",
        { Length: > Longest } => $"The comment has {clean.Length:N0} characters; {Longest:N0} are the most that one can have.",
        _ when HasTooManySigns(clean) => $"A paragraph of this comment has more than {MostSigns:N0} signs such as * and [. An empty line divides it.",
        _ => CommentMarkdown.IsReadable(clean) ? null : "Lists or quotes are nested too deeply in this comment.",
    };

    private static bool HasTooManySigns(string clean)
    {
        foreach (var paragraph in clean.AsSpan().Split("\n\n"))
        {
            var rest = clean.AsSpan()[paragraph];
            for (var signs = 0; rest.IndexOfAny(Signs) is >= 0 and var next; rest = rest[(next + 1)..])
            {
                if (++signs > MostSigns) return true;
            }
        }
        return false;
    }
}
