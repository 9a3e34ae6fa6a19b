using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Which listings to take in.</summary>
internal sealed record IngestOrder(DateOnly Day, IReadOnlyList<string> Categories)
{
    /// <summary>Whom to ask.</summary>
    public IngestFrom From { get; init; }

    /// <summary>On which dates arXiv makes a listing; a run reads it from the database.</summary>
    public AnnouncementCalendar Calendar { get; init; } = new([]);

    /// <summary>Told of each step in words, for whoever watches.</summary>
    public Action<string>? Tell { get; init; }
}

/// <summary>Which of arXiv's interfaces a run asks for a listing.</summary>
internal enum IngestFrom
{
    /// <summary>The feeds; where they show another day, the records of the day.</summary>
    FeedsElseRecords,

    /// <summary>The feeds, which are waited for while they show another day.</summary>
    Feeds,

    /// <summary>The records of a day that the feeds no longer show.</summary>
    Records,
}
