using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Splits arXiv's one line of authors into names, in order. Affiliations in parentheses are left out, a name given twice stays twice
/// (two people may share it), and the colon after a collaboration is an entry of its own, as arXiv keeps it.
/// </summary>
public static partial class AuthorList
{
    /// <summary>The names of a feed's creator line, where only commas separate.</summary>
    public static IReadOnlyList<string> OfFeed(string? creators) => Names(ArxivText.Names(creators));

    /// <summary>The names of a submission's raw author line, where "and" and a colon separate as well.</summary>
    public static IReadOnlyList<string> OfRaw(string? authors)
    {
        var line = CollaborationColon().Replace(ArxivText.Names(authors), ", :, ");
        return Names(And().Replace(line, ", "));
    }

    private static List<string> Names(string line)
    {
        var names = new List<string>();
        foreach (var part in Parts(line))
        {
            var name = LooseAnd().Replace(WithoutAffiliation(part), "").Trim();
            if (names.Count > 0 && Suffix().IsMatch(name))
                names[^1] = $"{names[^1]} {name}";
            else if (name == ":" || name.Any(char.IsLetterOrDigit))
                names.Add(name);
        }
        return names;
    }

    /// <summary>The parts between commas that lie outside parentheses. Parentheses that do not pair protect nothing.</summary>
    private static IEnumerable<string> Parts(string line)
    {
        var paired = IsPaired(line);
        var (start, depth) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '(' or ')' && paired)
                depth += line[i] == '(' ? 1 : -1;
            if (line[i] != ',' || depth > 0)
                continue;
            yield return line[start..i].Trim();
            start = i + 1;
        }
        yield return line[start..].Trim();
    }

    private static bool IsPaired(string line)
    {
        var depth = 0;
        foreach (var c in line)
        {
            if (c == '(')
                depth++;
            else if (c == ')' && --depth < 0)
                return false;
        }
        return depth == 0;
    }

    /// <summary>Cuts trailing groups in parentheses; one inside a name, such as a nickname, stays.</summary>
    private static string WithoutAffiliation(string part)
    {
        if (!IsPaired(part))
            return part.IndexOf('(') is var stray && stray > 0 ? part[..stray].Trim() : part.Trim('(', ')', ' ');
        if (NumberedPlace().IsMatch(part))
            return "";
        while (part.EndsWith(')'))
            part = part[..GroupStart(part)].TrimEnd();
        return part;
    }

    /// <summary>Where the parenthesis opens that the last character closes.</summary>
    private static int GroupStart(string part)
    {
        var depth = 0;
        for (var i = part.Length - 1; i >= 0; i--)
        {
            depth += part[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        return 0;
    }

    [GeneratedRegex(@"\s*(?<=\S):\s+")]
    private static partial Regex CollaborationColon();

    [GeneratedRegex(@"\s*,?\s+(?:and|&)\s+(?![^()]*\))")]
    private static partial Regex And();

    [GeneratedRegex(@"^and\s+|\s+and$")]
    private static partial Regex LooseAnd();

    [GeneratedRegex(@"^(?:[JS]r\.?|II|III|IV)$")]
    private static partial Regex Suffix();

    /// <summary>An affiliation listed after the authors without parentheses around it: <c>(1) University of …</c>.</summary>
    [GeneratedRegex(@"^\([0-9]{1,3}\)\s*\S")]
    private static partial Regex NumberedPlace();
}
