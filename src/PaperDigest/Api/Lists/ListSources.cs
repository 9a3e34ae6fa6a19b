using PaperDigest.Catalogue;
using PaperDigest.Ranking;
using PaperDigest.Search;

namespace PaperDigest.Api;

/// <summary>What knows which papers are on a list.</summary>
internal sealed record ListSources(DayQueries Days, RankedLists Ranked, NewestPapers Newest, PaperFinder Search);
