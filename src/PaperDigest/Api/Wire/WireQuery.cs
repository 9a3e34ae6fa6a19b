using PaperDigest.Ranking;

namespace PaperDigest.Api;

/// <summary>Reads the parameters of the wire format's lists.</summary>
internal static class WireQuery
{
    private const int LastPage = 100_000;

    /// <summary>The list of <c>/api/daily_papers</c>; null when a parameter is wrong.</summary>
    public static PaperListQuery? Daily(QueryReading reading)
    {
        var (day, week, month) = (reading.Day("date"), reading.Week("week"), reading.Month("month"));
        var sort = reading.OneOf<WireSort>("sort");
        var filter = reading.Filter();
        var period = month is not null ? ListPeriod.Month : week is not null ? ListPeriod.Week : ListPeriod.Day;
        var date = month ?? week ?? day;
        if (date is null && sort == WireSort.Trending) period = ListPeriod.Trending;
        // Whoever asks for an account's papers without a date means more than those of the latest day.
        if (date is null && sort is null && filter.Submitter is not null) period = ListPeriod.Month;
        var query = Paged(reading, 50, 100) with { Period = period, Date = date, Filter = filter };
        return reading.Problem is null ? query : null;
    }

    /// <summary>The list of <c>/api/papers/search</c>; null when a parameter is wrong.</summary>
    public static PaperListQuery? Search(QueryReading reading)
    {
        var query = Paged(reading, 120, 120) with { Words = reading.Words("q") ?? PaperDigest.Search.SearchQuery.Of(null), IsExact = reading.Flag("exact"), Filter = reading.Filter() with { Submitter = null } };
        return reading.Problem is null ? query : null;
    }

    private static PaperListQuery Paged(QueryReading reading, int usual, int most)
    {
        var limit = reading.Number("limit", 1, most, usual);
        return new PaperListQuery { Take = limit, Skip = reading.Number("p", 0, LastPage, 0) * limit };
    }
}
