namespace PaperDigest.Sources.Arxiv;

/// <summary>When a listing becomes public: 20:00 Eastern time of the evening before its day, Sunday evening for Monday.</summary>
public static class AnnouncementTime
{
    private static readonly TimeOnly Evening = new(20, 0);

    /// <summary>The scheduled instant of a listing's announcement, in UTC.</summary>
    public static DateTimeOffset Of(DateOnly listing) => EasternTime.At(listing.AddDays(-1), Evening);
}
