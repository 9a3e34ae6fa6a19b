using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Ranking;

/// <summary>Why a date has no list to show.</summary>
internal static class NoListing
{
    /// <summary>
    /// Says it of <paramref name="day"/> by what is known of it. <paramref name="merged"/>: the listing with which its papers came,
    /// if it looks so.
    /// </summary>
    public static string Because(Day day, DayWanted wanted, MergedNight? merged = null)
    {
        var today = ListingDate.FeedDay(wanted.Now);
        if (day.AnnouncedAt is not null)
            return "The listing of this day has been taken in, and is being put in order. It will be here in a minute or two.";
        if (!ListingDate.IsWeekday(day.Date))
            return "arXiv has no listings on Saturdays and Sundays. What is sent in over a weekend is in Tuesday's listing.";
        if (wanted.Calendar.HolidayBehind(day.Date) is { } holiday)
            return $"arXiv has no listing of this day: nothing is announced on the evening of {holiday.Name}, {DayWords.Day(holiday.Date)}. The next listing is that of {DayWords.Day(wanted.Calendar.Next(day.Date))}.";
        if (AnnouncementTime.Of(day.Date) > wanted.Now)
            return $"This day is still to come. arXiv announces its listing on {DayWords.Day(day.Date.AddDays(-1))} at 20:00 Eastern Time.";
        if (merged is not null)
            return $"arXiv announced nothing on the evening before, which its calendar does not explain. The listing of {DayWords.Day(merged.With)} has {merged.Papers} papers, where some {merged.Usual} are usual: what belongs here was probably announced with it.";
        if (wanted.Watches.Count > 0) return OfWatched(wanted);
        if (day.Date > today)
            return $"Announced on {DayWords.Day(day.Date.AddDays(-1))} at 20:00 Eastern Time. arXiv's feeds carry it from midnight Eastern Time; it will be here soon after.";
        if (day.Date == today)
            return "The listing of this day has not been taken in yet. It will be here when arXiv's feeds carry it, usually soon after midnight Eastern Time.";
        return $"No listing of {DayWords.Full(day.Date)} is in this catalogue: it was never taken in here, or arXiv announced none (on a holiday that this site does not know, say).";
    }

    /// <summary>Says it of a week or month without any list.</summary>
    public static string Because(Period period, DateTimeOffset now)
    {
        var kind = period.Kind == ListPeriod.Week ? "week" : "month";
        if (AnnouncementTime.Of(period.From) > now) return $"This {kind} is still to come.";
        if (period.First is not { } first) return "The catalogue is empty: no listing has been taken in yet.";
        return period.Until < first
            ? $"This {kind} lies before the first list of this site, that of {DayWords.Full(first)}."
            : $"No listing of this {kind} is in this catalogue yet.";
    }

    /// <summary>A listing newer than the latest that can be shown: that it was announced, and how it stands. Empty when nobody waits for it.</summary>
    public static string Newer(DateOnly day, DayWanted wanted) =>
        wanted.Watches.Count == 0 || wanted.Calendar.HolidayBehind(day) is not null ? "" : OfWatched(wanted);

    private static string OfWatched(DayWanted wanted)
    {
        var evening = DayWords.Day(wanted.Watches[0].Date.AddDays(-1));
        var known = wanted.Watches.Where(w => wanted.Categories.Contains(w.Category)).ToList();
        if (known.Count > 0 && known.TrueForAll(w => w.State == ListingWatchState.None))
            return $"arXiv should have announced a listing on {evening}, and no category has a paper of it. Its calendar does not say why; the papers usually come with the next listing.";
        var missing = WatchWords.Of(wanted.Categories, [], wanted.Watches, wanted.Now);
        return $"Announced on {evening} at 20:00 Eastern Time; {(missing.Length > 0 ? missing : "taken in, and being put in order")}.";
    }
}
