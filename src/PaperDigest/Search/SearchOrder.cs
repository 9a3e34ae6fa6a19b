namespace PaperDigest.Search;

/// <summary>In what order a result page shows the papers that answer a query.</summary>
internal enum SearchOrder
{
    Relevance,
    Date,
    Votes,
}
