namespace PaperDigest.Community;

/// <summary>Which part of a paper's discussion a page shows.</summary>
public sealed record DiscussionPlace(string ArxivId)
{
    public const int ThreadsOnPage = 50;

    /// <summary>Answers that a list of threads shows of each; the thread's own page has the others.</summary>
    public const int RepliesInList = 10;

    public const int RepliesOnPage = 100;

    /// <summary>Pages further on are nobody's to read, and skipping so many would cost more each time.</summary>
    public const int LastPage = 200;

    public DiscussionOrder Order { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>The one thread to show whole; null for all of them.</summary>
    public Guid? Thread { get; init; }

    /// <summary>Whose reactions are marked; null for a visitor.</summary>
    public Guid? Reader { get; init; }
}

/// <summary>In which order the threads of a paper stand; within a thread the oldest comment is first.</summary>
public enum DiscussionOrder
{
    Newest,
    Liked,
}
