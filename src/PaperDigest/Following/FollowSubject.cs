using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using PaperDigest.Catalogue;
using PaperDigest.Search;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Following;

/// <summary>
/// What is followed: its kind, and its name in the one form in which it is kept, so that nobody follows a thing twice. Written to
/// be read again: <c>category:cs.CL</c>.
/// </summary>
public sealed record FollowSubject
{
    public const int Longest = 250;

    private FollowSubject(FollowKind kind, string name) => (Kind, Name) = (kind, name);

    public FollowKind Kind { get; }
    public string Name { get; }

    /// <summary>What somebody wants to follow; null when there can be no such thing.</summary>
    public static FollowSubject? Of(FollowKind kind, string? typed)
    {
        var name = Clean(typed ?? "");
        if (name.Length is 0 or > Longest) return null;
        return kind switch
        {
            FollowKind.Author => new FollowSubject(kind, name),
            FollowKind.Category => ArxivCategory.TryCanonical(name, out var category) ? new FollowSubject(kind, category) : null,
            // A single letter is in every paper.
            FollowKind.Words => SearchText.Fold(name) is { Length: > 1 } words ? new FollowSubject(kind, words) : null,
            FollowKind.Search => SearchOf(name) is { } query ? new FollowSubject(kind, query) : null,
            _ => null,
        };
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static FollowSubject? Parse(string? written)
    {
        if (written?.Split(':', 2) is not [var kind, var name]) return null;
        return Enum.TryParse<FollowKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsAsciiDigit(kind[0]) ? Of(known, name) : null;
    }

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Name}";

    /// <summary>The page that shows more of it.</summary>
    public string Path => Kind switch
    {
        FollowKind.Author => PaperLinks.Author(Name),
        FollowKind.Category => PaperLinks.Category(Name),
        FollowKind.Words => PaperLinks.Search($"\"{Name}\""),
        _ => "/papers" + Name,
    };

    /// <summary>What a person calls it.</summary>
    public string Words => Kind switch
    {
        FollowKind.Words => $"“{Name}”",
        FollowKind.Search => $"“{Searched.Text}”",
        _ => Name,
    };

    /// <summary>What the search of a <see cref="FollowKind.Search"/> is for.</summary>
    internal SearchQuery Searched => SearchQuery.Of(QueryHelpers.ParseQuery(Name)["q"].ToString());

    // Neither the page nor the order is part of what is searched for; a choice among what is found would be lost, and is not followed.
    private static string? SearchOf(string query)
    {
        var typed = QueryHelpers.ParseQuery(query);
        if (typed.Keys.Except(["q", "page", "sort", "view"]).Any() || !typed.TryGetValue("q", out var words)) return null;
        return SearchQuery.Of(words.ToString()) is { Words.Count: > 0, Text: var text } && QueryString.Create("q", text).ToString() is { Length: <= Longest } whole ? whole : null;
    }

    private static string Clean(string typed)
    {
        var clean = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune)) clean.Append(rune);
            else if (clean.Length > 0 && clean[^1] != ' ') clean.Append(' ');
            if (clean.Length > Longest) break;
        }
        return clean.ToString().TrimEnd();
    }
}
