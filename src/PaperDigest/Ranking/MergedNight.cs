using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Ranking;

/// <summary>Recognises an evening without an announcement whose papers came with the next one's: that listing is far longer than usual.</summary>
/// <param name="With">The date of the long listing.</param>
/// <param name="Papers">How many papers it has.</param>
/// <param name="Usual">How many a listing of its weekday has.</param>
internal sealed record MergedNight(DateOnly With, int Papers, int Usual)
{
    /// <summary>Tuesdays have 1.8 times the papers of other days, and a week is up to a third longer than another.</summary>
    private const double FarMore = 1.5;

    /// <summary>Days that it takes to know what is usual.</summary>
    private const int Enough = 3;

    /// <summary>Null when <paramref name="day"/> has papers itself, its next listing is not far longer, or too little is known.</summary>
    /// <param name="lengths">The papers of the listing days around it, by date.</param>
    public static MergedNight? Of(DateOnly day, IReadOnlyDictionary<DateOnly, int> lengths, AnnouncementCalendar calendar)
    {
        var next = calendar.Next(day);
        if (lengths.ContainsKey(day) || !lengths.TryGetValue(next, out var papers)) return null;
        var before = lengths.Where(d => d.Key < day).ToList();
        var alike = before.Where(d => (d.Key.DayOfWeek == DayOfWeek.Tuesday) == (next.DayOfWeek == DayOfWeek.Tuesday)).Select(d => d.Value).Order().ToList();
        if (alike.Count < Enough) return null;
        var usual = alike[alike.Count / 2];
        return papers >= usual * FarMore ? new MergedNight(next, papers, usual) : null;
    }
}
