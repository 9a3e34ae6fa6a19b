using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Sources.HuggingFace;

/// <summary>The dates of Hugging Face's lists. A new one begins at 21:30 in New York, on the evening before its date.</summary>
public static class DailyPapersDate
{
    private static readonly TimeSpan UntilMidnight = TimeSpan.FromMinutes(150);

    /// <summary>The first day that has a list.</summary>
    public static readonly DateOnly First = new(2023, 5, 4);

    /// <summary>The date of the list that is being filled at an instant.</summary>
    public static DateOnly At(DateTimeOffset now) => EasternTime.DateAt(now + UntilMidnight);

    /// <summary>When papers begin to be put on the list of a date, in UTC.</summary>
    public static DateTimeOffset Opens(DateOnly date) => EasternTime.At(date, TimeOnly.MinValue) - UntilMidnight;

    /// <summary>False on Saturday and Sunday, which have no list.</summary>
    public static bool IsWeekday(DateOnly date) => ListingDate.IsWeekday(date);
}
