using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Tells which of arXiv's records of a day its listing announced. A record bears the day of its last change, and not every change
/// is an announcement: a DOI that is filled in moves a paper to today that was announced a week ago.
/// </summary>
internal sealed class DayRecords(DateOnly day, string category, AnnouncementCalendar calendar)
{
    /// <summary>How far back listings are looked at to tell that a paper was not announced before; moderators rarely hold one longer.</summary>
    public const int DaysBack = 45;

    /// <summary>Those that can have been announced that day, in the order of a feed.</summary>
    public IReadOnlyList<ListedPaper> Possible(IEnumerable<ArxivRecord> records) =>
        [.. records.Select(r => ListedPaper.Of(r, day, category)).OfType<ListedPaper>().OrderBy(p => p.Section).ThenBy(p => p.Id)];

    /// <summary>Those that no earlier listing can have announced: they were sent in too late for it.</summary>
    public IReadOnlySet<ArxivId> Certain(IEnumerable<ArxivRecord> records) => NotBefore(records, earliest => earliest >= day);

    /// <summary>
    /// Those that were announced that day if no listing of the dates in <paramref name="known"/> has them: every earlier listing
    /// that can have announced them is among these.
    /// </summary>
    public IReadOnlySet<ArxivId> Certain(IEnumerable<ArxivRecord> records, IReadOnlySet<DateOnly> known) =>
        NotBefore(records, earliest => earliest >= day.AddDays(-DaysBack) && calendar.Between(earliest, day.AddDays(-1)).All(known.Contains));

    private HashSet<ArxivId> NotBefore(IEnumerable<ArxivRecord> records, Func<DateOnly, bool> isLateEnough) =>
        [.. records.Where(r => ListedPaper.Of(r, day, category) is not null && isLateEnough(calendar.EarliestFor(r.Versions[^1].Submitted))).Select(r => r.Id)];
}
