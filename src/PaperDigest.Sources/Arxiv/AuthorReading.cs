using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>Reads the parts of an author line one after the other: names, suffixes that were split off, affiliations by name or by number.</summary>
internal sealed partial class AuthorReading
{
    private readonly List<string> names = [];
    private readonly AuthorPlaces places = new();

    /// <summary>How many collaborations the list begins with.</summary>
    private int collaborations;

    /// <summary>Takes the next part; parts in parentheses belong to the name before them.</summary>
    public void Add(string part)
    {
        if (part == ":")
        {
            AddColon();
            return;
        }
        var name = part.AsSpan();
        if (name.IsEmpty)
            return;
        if (name[0] != '(' && places.TryContinue(name))
            return;
        while (name is ['(', ..])
        {
            var end = GroupEnd(name);
            var group = name[1..(end - 1)].Trim();
            var rest = AuthorName.Bare(name[end..]);
            if (names.Count > 0 && places.TryBegin(group, rest))
                return;
            if (rest.IsEmpty)
                Place(group.ToString());
            name = rest;
        }
        if (name.IsEmpty)
            return;
        var groups = CutGroups(ref name);
        AddName(name.ToString());
        // From the last to the first, because that is how they were cut off.
        for (var i = groups.Count - 1; i >= 0; i--)
            Place(groups[i]);
    }

    /// <summary>Notes an affiliation of the last name.</summary>
    public void Place(string affiliation)
    {
        if (affiliation.Length > 0 && names.Count > 0)
            places.Note(names.Count - 1, affiliation);
    }

    /// <summary>What was read.</summary>
    public AuthorCredits Credits() => new(names, places.Resolved(names, collaborations));

    /// <summary>After collaborations at the start arXiv's parser drops the colon, after an institution it keeps it.</summary>
    private void AddColon()
    {
        if (names.Count > collaborations && names[^1] != ":")
            names.Add(":");
    }

    private void AddName(string text)
    {
        var name = AuthorName.Of(text);
        if (AuthorName.IsSuffix(name))
        {
            if (names.Count > 0 && !AuthorName.EndsInSuffix(names[^1]))
                names[^1] = $"{names[^1]} {name}";
        }
        else if (AuthorName.IsName(name))
        {
            if (collaborations == names.Count && Collaboration().IsMatch(name))
                collaborations++;
            names.Add(name);
        }
    }

    /// <summary>The groups in parentheses at the end of a part, the last one first. One inside a name, such as a nickname, stays.</summary>
    private static List<string> CutGroups(ref ReadOnlySpan<char> part)
    {
        List<string> groups = [];
        part = AuthorName.Bare(part);
        while (part.Length > 1 && part[^1] == ')' && GroupStart(part) is > 0 and var start)
        {
            groups.Add(part[(start + 1)..^1].Trim().ToString());
            part = AuthorName.Bare(part[..start]);
        }
        return groups;
    }

    /// <summary>Where the parenthesis opens that the last character closes, or -1.</summary>
    private static int GroupStart(ReadOnlySpan<char> part)
    {
        var depth = 0;
        for (var i = part.Length - 1; i >= 0; i--)
        {
            depth += part[i] switch { ')' => 1, '(' => -1, _ => 0 };
            if (depth == 0)
                return i;
        }
        return -1;
    }

    /// <summary>Behind the parenthesis that closes the first character.</summary>
    private static int GroupEnd(ReadOnlySpan<char> part)
    {
        var depth = 0;
        for (var i = 0; i < part.Length; i++)
        {
            depth += part[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
                return i + 1;
        }
        return part.Length;
    }

    /// <summary>The words by which arXiv's parser knows a collaboration.</summary>
    [GeneratedRegex(@"\s(?:collaboration|group|team)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Collaboration();
}
