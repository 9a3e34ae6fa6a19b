using System.Text.RegularExpressions;

namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// The affiliations of an author line: given behind a name, or as numbers of a list at the end of the line, <c>((1) CREST, (2) MIT)</c>
/// or without the outer parentheses.
/// </summary>
internal sealed partial class AuthorPlaces
{
    /// <summary>Longer text is no affiliation. It also bounds what a line can grow to when a thousand authors point at one place.</summary>
    private const int Longest = 500;

    private const int LongestNumbers = 100;

    private readonly List<(int Author, string Text)> noted = [];
    private readonly Dictionary<string, string> numbered = [];
    private string? open;

    /// <summary>Begins a numbered place listed after the authors, as in <c>(1) University of …</c>; false when the text is none.</summary>
    public bool TryBegin(ReadOnlySpan<char> number, ReadOnlySpan<char> place)
    {
        if (number.StartsWith("("))
        {
            Take(number);
            return true;
        }
        if (place.IsEmpty || noted.Count == 0 || number.Length > 3 || number.ContainsAnyExceptInRange('0', '9'))
            return false;
        open = number.ToString();
        numbered[open] = Cut(place.ToString());
        return true;
    }

    /// <summary>What follows a place in such a list, after a comma, goes on with it.</summary>
    public bool TryContinue(ReadOnlySpan<char> part)
    {
        if (open is null)
            return false;
        if (numbered[open].Length < Longest)
            numbered[open] = Cut($"{numbered[open]}, {part}");
        return true;
    }

    /// <summary>Notes what stands in parentheses behind an author's name.</summary>
    public void Note(int author, string text)
    {
        if (text.StartsWith('('))
            Take(text);
        else
            noted.Add((author, text));
    }

    /// <summary>
    /// The affiliation of each author, null when there are none. One given to an author holds for those before who have none, as arXiv
    /// reads it ("a, b (place)" puts both there), but not for the collaboration or institution that the list begins with.
    /// </summary>
    public string[]? Resolved(IReadOnlyList<string> names, int collaborations)
    {
        if (noted.Count == 0)
            return null;
        var found = new string?[names.Count];
        foreach (var (author, text) in noted)
        {
            if (Text(text) is { } place && (found[author]?.Length ?? 0) < Longest)
                found[author] = Cut(found[author] is { } before ? $"{before}, {place}" : place);
        }
        for (var i = names.Count - 2; i >= collaborations && names[i] != ":"; i--)
            found[i] ??= found[i + 1];
        if (Array.TrueForAll(found, place => place is null))
            return null;
        return [.. found.Select(place => place ?? "")];
    }

    /// <summary>A place by its words or numbers; null for numbers that no list explains.</summary>
    private string? Text(string noted)
    {
        if (noted.Length > LongestNumbers || !Numbers().IsMatch(noted))
            return Cut(noted);
        var named = Number().Matches(noted).Select(match => match.Value).Distinct().Take(20)
            .Select(number => numbered.GetValueOrDefault(number)).OfType<string>().ToList();
        return named.Count == 0 ? null : Cut(string.Join(", ", named));
    }

    /// <summary>Reads <c>(1) CREST, (2) MIT</c>.</summary>
    private void Take(ReadOnlySpan<char> list)
    {
        foreach (var range in list.Split('('))
        {
            var item = list[range];
            if (item.IndexOf(')') is not (> 0 and <= 3 and var end) || item[..end].ContainsAnyExceptInRange('0', '9'))
                continue;
            var place = item[(end + 1)..].Trim(" .,;)");
            if (!place.IsEmpty)
                numbered.TryAdd(item[..end].ToString(), Cut(place.ToString()));
        }
    }

    private static string Cut(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest - 1), "…");

    [GeneratedRegex(@"^[0-9\s,;&]*[0-9](?:[0-9\s,;&]|\band\b)*$")]
    private static partial Regex Numbers();

    [GeneratedRegex("[0-9]{1,3}")]
    private static partial Regex Number();
}
