namespace PaperDigest.Ranking;

/// <summary>A listing day as its page's head shows it, with its neighbours; also for a date that has no listing.</summary>
public sealed record Day(DateOnly Date)
{
    /// <summary>When it was announced; null when there is no listing of this date.</summary>
    public DateTimeOffset? AnnouncedAt { get; init; }

    /// <summary>Whether its order was computed, without which it is not shown.</summary>
    public bool IsRanked { get; init; }

    public bool IsSample { get; init; }
    public int NewCount { get; init; }
    public int CrossCount { get; init; }

    /// <summary>Papers that arXiv announced; 0 on a day that has a curated list only.</summary>
    public int Announced => NewCount + CrossCount;

    /// <summary>Papers that people on Hugging Face chose, some of which arXiv announced on other days.</summary>
    public int CuratedCount { get; init; }

    /// <summary>Papers that are on the list only because somebody submitted them here.</summary>
    public int SubmittedCount { get; init; }

    /// <summary>Papers on the ranked list: those announced and those chosen.</summary>
    public int Papers { get; init; }

    /// <summary>The nearest earlier date with a ranked list.</summary>
    public DateOnly? Previous { get; init; }

    /// <summary>The nearest later one.</summary>
    public DateOnly? Next { get; init; }

    /// <summary>All dates with a ranked list in the same month.</summary>
    public IReadOnlyList<DateOnly> Month { get; init; } = [];

    /// <summary>One category's part of the day.</summary>
    public sealed record Part(string Category, int Papers, bool FromFeed)
    {
        /// <summary>Entries of its listing, replacements included, that the feed left out.</summary>
        public int FilledIn { get; init; }
    }
}
