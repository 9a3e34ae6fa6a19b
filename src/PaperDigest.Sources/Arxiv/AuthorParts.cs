using System.Text;

namespace PaperDigest.Sources.Arxiv;

/// <summary>The parts of a line of authors: what stands between commas, colons and "and" outside parentheses. A colon is a part of its own.</summary>
internal static class AuthorParts
{
    /// <summary>The parts in order, their parentheses in pairs. Takes a line as <see cref="ArxivText.Names"/> leaves it, with single blanks.</summary>
    public static List<string> Of(string line)
    {
        var parts = new List<string>();
        line = Paired(line);
        var (start, depth) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            depth += line[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth > 0 || SeparatorAt(line, i) is not (> 0 and var length))
                continue;
            Add(parts, line.AsSpan(start, i - start));
            if (line[i] == ':')
                parts.Add(":");
            start = i + length;
            i = start - 1;
        }
        Add(parts, line.AsSpan(start));
        return parts;
    }

    /// <summary>A part without the "and" that begins or ends it.</summary>
    public static ReadOnlySpan<char> WithoutAnd(ReadOnlySpan<char> part)
    {
        part = part.Trim();
        while (part.StartsWith("and ", StringComparison.Ordinal) || part.StartsWith("& ", StringComparison.Ordinal))
            part = part[part.IndexOf(' ')..].TrimStart();
        while (part.EndsWith(" and", StringComparison.Ordinal) || part.EndsWith(" &", StringComparison.Ordinal))
            part = part[..part.LastIndexOf(' ')].TrimEnd();
        return part is "and" ? [] : part;
    }

    /// <summary>The length of a separator; the blank after "and" is left, since it may begin another ("Hewitt and and Wang").</summary>
    private static int SeparatorAt(string line, int i)
    {
        if (line[i] is ',' or ':')
            return 1;
        var rest = line.AsSpan(i);
        // "Smith Jr.and Jones": no blank is missing where a full stop is.
        if (line[i] == 'a' && i > 0 && line[i - 1] == '.')
            return rest.StartsWith("and ", StringComparison.Ordinal) || rest is "and" ? 3 : 0;
        if (line[i] != ' ')
            return 0;
        return rest.StartsWith(" and ", StringComparison.Ordinal) ? 4 : rest.StartsWith(" & ", StringComparison.Ordinal) ? 2 : 0;
    }

    private static void Add(List<string> parts, ReadOnlySpan<char> part)
    {
        part = WithoutAnd(part);
        if (part.Length > 0)
            parts.Add(part.ToString());
    }

    /// <summary>The line without parentheses that close nothing, and without what follows one that nothing closes, up to the next comma.</summary>
    private static string Paired(string line)
    {
        if (!line.AsSpan().ContainsAny('(', ')'))
            return line;
        var open = new Stack<int>();
        var strayEnds = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '(')
                open.Push(i);
            else if (line[i] == ')' && !open.TryPop(out _))
                strayEnds++;
        }
        return open.Count + strayEnds == 0 ? line : ArxivText.Names(WithoutStrayEnds(WithoutUnclosed(line, open)));
    }

    private static string WithoutUnclosed(string line, IEnumerable<int> open)
    {
        var kept = new StringBuilder(line.Length);
        var end = 0;
        foreach (var stray in open.Reverse())
        {
            if (stray < end)
                continue;
            kept.Append(line, end, stray - end);
            end = line.IndexOf(',', stray) is > 0 and var comma ? comma : line.Length;
        }
        return kept.Append(line, end, line.Length - end).ToString();
    }

    private static string WithoutStrayEnds(string line)
    {
        var kept = new StringBuilder(line.Length);
        var depth = 0;
        foreach (var c in line)
        {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth >= 0)
                kept.Append(c);
            depth = Math.Max(0, depth);
        }
        return kept.ToString();
    }
}
