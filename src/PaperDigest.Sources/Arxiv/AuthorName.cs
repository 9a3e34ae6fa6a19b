using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>One name of an author list, as a person would write it.</summary>
internal static partial class AuthorName
{
    /// <summary>Longer than any name, and than most lists that lost their commas; an index over names takes no entry above some 2,700 bytes.</summary>
    private const int Longest = 800;

    private const string FootnoteMarks = "*†‡§¶∗ ";

    /// <summary>What is no one's name when it stands alone between commas.</summary>
    private static readonly FrozenSet<string> Degrees = FrozenSet.ToFrozenSet(["Ph. D.", "Ph. D", "PhD", "M. D.", "MD", "Dr.", "Prof.", "Esq."]);

    /// <summary>A name without the marks of footnotes behind it and the "and" around it.</summary>
    public static ReadOnlySpan<char> Bare(ReadOnlySpan<char> name)
    {
        var bare = AuthorParts.WithoutAnd(name.TrimEnd(FootnoteMarks));
        while (bare.Length < name.Length)
        {
            name = bare;
            bare = AuthorParts.WithoutAnd(name.TrimEnd(FootnoteMarks));
        }
        return bare;
    }

    /// <summary>The name with initials apart ("S. M. Warner") and without the words "for the" before a collaboration.</summary>
    public static string Of(string name)
    {
        if (name.Contains('.'))
            name = JoinedDot().Replace(Initial().Replace(name, ". "), ".");
        if (name.StartsWith("for ", StringComparison.OrdinalIgnoreCase) || name.StartsWith("on behalf ", StringComparison.OrdinalIgnoreCase))
            name = OnBehalf().Replace(name, "");
        return name.Length <= Longest ? name : string.Concat(name.AsSpan(0, Longest - 1).TrimEnd(), "…");
    }

    /// <summary>Jr., III and their like, which belong to the name before them.</summary>
    public static bool IsSuffix(string name) => name.Length is > 0 and <= 3 && Suffix().IsMatch(name);

    /// <summary>Whether a name has its suffix already.</summary>
    public static bool EndsInSuffix(string name) => name.LastIndexOf(' ') is > 0 and var blank && IsSuffix(name[(blank + 1)..]);

    /// <summary>Whether it is a name at all, and neither "et al." nor a degree that a comma split off.</summary>
    public static bool IsName(string name) =>
        name.Any(char.IsLetterOrDigit)
        && !Degrees.Contains(name)
        && !(name.StartsWith("et", StringComparison.OrdinalIgnoreCase) && Others().IsMatch(name));

    [GeneratedRegex(@"\.(?=[\p{L}""“])")]
    private static partial Regex Initial();

    /// <summary>Blanks that arXiv's parser puts behind each full stop: "C. -C. Jay Kuo", "GLM-4. 5 Team".</summary>
    [GeneratedRegex(@"\. (?=-)|(?<=[0-9])\. (?=[0-9])")]
    private static partial Regex JoinedDot();

    [GeneratedRegex(@"^(?:Jr\.?|Sr\.?|II|III|IV|V)$")]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^et\.?\s*al\b", RegexOptions.IgnoreCase)]
    private static partial Regex Others();

    [GeneratedRegex(@"^(?:for|on behalf of) (?=the .*(?:collaboration|consortium|group|team)s?$)", RegexOptions.IgnoreCase)]
    private static partial Regex OnBehalf();
}
