using System.Globalization;
using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>What the search page says of what it found.</summary>
internal static class SearchWords
{
    /// <summary>For example "37 papers" or "More than 200 papers".</summary>
    public static string Of(SearchQuery query, SearchResult result, ListOrder? order = null) => result switch
    {
        { TooSlow: true } => "That took longer than a second and was given up. Add a longer or rarer word.",
        _ when query.Text.Length == 0 => "Type words of a title, an abstract or an author's name.",
        _ when query.Words is [] => "There is no letter or digit in that to look for.",
        { Matches: 0, IsRanked: false } when !query.Parsed.IsPlain => "No paper answers all of this.",
        { Matches: 0, IsNarrowed: true } => "No paper that answers this passes the filter.",
        { Matches: 0, IsWarmingUp: true } => "No paper has all of these words in its title and authors.",
        { Matches: 0 } => "No paper has these words.",
        { Matches: 1 } => "1 paper",
        _ when result.Matches > result.MostCounted => string.Create(CultureInfo.InvariantCulture, $"More than {result.MostCounted:N0} papers, {First(result, order)} first"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{result.Matches:N0} papers, {First(result, order)} first"),
    };

    /// <summary>What there is to say of a query that was not answered as it stands; null when there is nothing.</summary>
    public static string? Notice(SearchResult result) => result switch
    {
        { IsWarmingUp: true } => "The search index is being filled. Until then only papers with all of the words in title and authors are found, the newest first.",
        { IsCut: true } => string.Create(CultureInfo.InvariantCulture, $"Only the newest {OperatorSearch.MostLookedAt:N0} papers that could match were looked at. Name a date, a category or an author to look further back."),
        { Unknown: [var word], IsRanked: true } => $"No paper has the word “{word}”.",
        { Unknown.Count: > 1, IsRanked: true } => $"No paper has the words {string.Join(", ", result.Unknown.Select(w => $"“{w}”"))}.",
        _ => null,
    };

    private static string First(SearchResult result, ListOrder? order) => (result.IsSortable, order) switch
    {
        (false, _) or (_, ListOrder.Newest) => "newest",
        (_, ListOrder.Votes) => "most votes",
        (_, ListOrder.Comments) => "most comments",
        _ => result.IsRanked ? "best" : "newest",
    };
}
