namespace PaperDigest.Catalogue;

/// <summary>In what order a list shows its papers, where it is not in an order of its own.</summary>
public enum ListOrder
{
    /// <summary>As its ranking has it: a day's by rank, a week's and a month's by the best rank on any of its days.</summary>
    Trending,

    /// <summary>Votes here and elsewhere.</summary>
    Votes,

    /// <summary>First listed last.</summary>
    Newest,

    Comments,
}
