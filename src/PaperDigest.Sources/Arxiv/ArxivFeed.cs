namespace PaperDigest.Sources.Arxiv;

/// <summary>One day's feed of the categories asked for. A day without a listing (weekend, holiday) is a feed without papers.</summary>
public sealed record ArxivFeed
{
    /// <summary>arXiv leaves papers out of a feed beyond this number, without a word and new ones first.</summary>
    public const int LongestFeed = 2000;

    /// <summary>The categories asked for, canonical.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    public required DateOnly ListingDate { get; init; }

    /// <summary>In the feed's order, each paper once.</summary>
    public required IReadOnlyList<AnnouncedPaper> Papers { get; init; }

    /// <summary>Items that could not be read. They cost themselves, not the feed.</summary>
    public required IReadOnlyList<RejectedItem> Rejected { get; init; }

    /// <summary>What an operator should know about a feed that was accepted all the same, in words.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Items left out because an earlier one has the same identifier.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Whether the feed is as long as arXiv makes one, so that papers may be missing from it.</summary>
    public bool IsAtLimit => Papers.Count + Rejected.Count + Duplicates == LongestFeed;
}
