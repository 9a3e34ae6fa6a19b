namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// The parts of a line of authors: what stands between commas, colons and "and" outside parentheses. A colon is a part of its own.
/// Parentheses that do not pair protect nothing.
/// </summary>
internal static class AuthorParts
{
    /// <summary>The parts in order, none of them blank. Takes a line as <see cref="ArxivText.Names"/> leaves it, with single blanks.</summary>
    public static List<string> Of(string line)
    {
        var parts = new List<string>();
        var paired = IsPaired(line);
        var (start, depth) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            if (paired && line[i] is '(' or ')')
                depth += line[i] == '(' ? 1 : -1;
            if (depth > 0 || SeparatorAt(line, i) is not (> 0 and var length))
                continue;
            Add(parts, line.AsSpan(start, i - start), paired);
            if (line[i] == ':')
                parts.Add(":");
            start = i + length;
            i = start - 1;
        }
        Add(parts, line.AsSpan(start), paired);
        return parts;
    }

    /// <summary>Whether each parenthesis closes another.</summary>
    public static bool IsPaired(ReadOnlySpan<char> text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            if (c == '(')
                depth++;
            else if (c == ')' && --depth < 0)
                return false;
        }
        return depth == 0;
    }

    /// <summary>The length of a separator; the blank after "and" is left, since it may begin another ("Hewitt and and Wang").</summary>
    private static int SeparatorAt(string line, int i)
    {
        if (line[i] is ',' or ':')
            return 1;
        if (line[i] != ' ')
            return 0;
        var rest = line.AsSpan(i);
        return rest.StartsWith(" and ", StringComparison.Ordinal) ? 4 : rest.StartsWith(" & ", StringComparison.Ordinal) ? 2 : 0;
    }

    private static void Add(List<string> parts, ReadOnlySpan<char> part, bool paired)
    {
        part = part.Trim();
        while (part.StartsWith("and ", StringComparison.Ordinal))
            part = part[4..].TrimStart();
        while (part.EndsWith(" and", StringComparison.Ordinal))
            part = part[..^4].TrimEnd();
        if (!paired && !IsPaired(part))
            part = part.IndexOf('(') is var stray and > 0 ? part[..stray].TrimEnd() : part.Trim("() ");
        if (part.Length > 0 && part is not "and")
            parts.Add(part.ToString());
    }
}
