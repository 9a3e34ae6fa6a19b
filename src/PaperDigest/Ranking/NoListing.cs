using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Ranking;

/// <summary>Why a date has no list to show.</summary>
public static class NoListing
{
    /// <summary>Says it of <paramref name="day"/> at the instant <paramref name="now"/>.</summary>
    public static string Because(Day day, DateTimeOffset now)
    {
        var today = ListingDate.FeedDay(now);
        if (day.AnnouncedAt is not null)
            return "The listing of this day has been taken in, and is being put in order. It will be here in a minute or two.";
        if (!ListingDate.IsWeekday(day.Date))
            return "arXiv has no listings on Saturdays and Sundays. What is sent in over a weekend is in Tuesday's listing.";
        if (day.Date > today)
            return "This day is still to come. arXiv announces a listing on the evening before its date, at 20:00 Eastern Time.";
        if (day.Date == today)
            return "The listing of this day has not been taken in yet. It will be here when arXiv's feeds carry it, usually soon after midnight Eastern Time.";
        return $"No listing of {DayWords.Full(day.Date)} is in this catalogue: arXiv announced none (on a holiday, say), or it was never taken in here.";
    }
}
