using System.Globalization;

namespace PaperDigest.Search;

/// <summary>What the search page says of what it found.</summary>
internal static class SearchWords
{
    /// <summary>For example "37 papers" or "More than 200 papers".</summary>
    public static string Of(SearchQuery query, SearchResult result) => result switch
    {
        { TooSlow: true } => "That took longer than a second and was given up. Add a longer or rarer word.",
        _ when query.Text.Length == 0 => "Type words of a title or an author's name. All of them must match.",
        _ when query.Words is [] => "There is no letter or digit in that to look for.",
        { Matches: 0 } => "No paper has all of these words in its title and authors.",
        { Matches: 1 } => "1 paper",
        { Matches: > PaperSearch.MostCounted } => string.Create(CultureInfo.InvariantCulture, $"More than {PaperSearch.MostCounted} papers, newest first"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{result.Matches} papers, newest first"),
    };
}
