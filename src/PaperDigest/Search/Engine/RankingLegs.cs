namespace PaperDigest.Search;

/// <summary>What a ranking stands on beside <see cref="Bm25F"/>.</summary>
[Flags]
internal enum RankingLegs
{
    Words = 0,
    Nearness = 1,
    Meaning = 2,
    All = Nearness | Meaning,
}
