namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// Reconstructs a past day's listing from OAI-PMH's records of that day, as well as that can be done: OAI-PMH knows changes, not
/// announcements. Records changed again since are absent, an old paper that was only cross-listed can't be told from one whose
/// journal reference was filled in, and a paper that the catalogue has from an earlier listing is not new. Mark such a listing.
/// </summary>
public static class OaiListing
{
    /// <summary>arXiv announces replacements up to version 5.</summary>
    private const int LastAnnouncedVersion = 5;

    /// <summary>The longest that a new version may have waited for its announcement: a long weekend and moderation.</summary>
    private static readonly TimeSpan LongestHold = TimeSpan.FromDays(10);

    /// <summary>The paper as the listing of <paramref name="day"/> announced it to who asked for these canonical categories; null if it can't have been in it.</summary>
    public static AnnouncedPaper? Announced(ArxivRecord record, DateOnly day, IReadOnlyCollection<string> asked)
    {
        if (record.IsDeleted || record.Versions.Count == 0 || record.Datestamp != day || !record.Categories.Any(asked.Contains))
            return null;
        var latest = record.Versions[^1];
        var announced = AnnouncementTime.Of(day);
        if (latest.Number > LastAnnouncedVersion || latest.Submitted > announced)
            return null;
        if (latest.Number == 1 ? !IsOfMonth(record.Id, day) : announced - latest.Submitted > LongestHold)
            return null;
        var isPrimary = asked.Contains(record.Categories[0]);
        return new AnnouncedPaper
        {
            Id = record.Id,
            Version = latest.Number,
            AnnounceType = (latest.Number, isPrimary) switch
            {
                (1, true) => AnnounceType.New,
                (1, false) => AnnounceType.Cross,
                (_, true) => AnnounceType.Replace,
                _ => AnnounceType.ReplaceCross,
            },
            Title = record.Title,
            Abstract = record.Abstract,
            Authors = record.Authors,
            Categories = record.Categories,
            Licence = record.Licence,
            Doi = record.Doi,
            JournalReference = record.JournalReference,
            Comments = record.Comments,
        };
    }

    /// <summary>An identifier bears the month of its announcement; the first listing of a month was begun up to a weekend before.</summary>
    private static bool IsOfMonth(ArxivId id, DateOnly day) =>
        id.Month == FirstOfMonth(day) || id.Month == FirstOfMonth(day.AddDays(-3));

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
