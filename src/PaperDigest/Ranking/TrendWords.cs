using System.Globalization;

namespace PaperDigest.Ranking;

/// <summary>Says in a line of plain words what a trending paper's score is made of.</summary>
public static class TrendWords
{
    /// <summary>
    /// For example "27 votes, 9 of the last day · they count as 14.2, for a vote counts half after 36 hours · 4 people commented, adding
    /// 2.0 · score 16.2 · place 2 of 31 · first listed 3 days ago".
    /// </summary>
    public static string Of(Trend trend)
    {
        var age = $"first listed {Explanation.Age(trend.AgeHours)} ago";
        var votes = Explanation.Votes(trend.Votes, trend.OutsideVotes);
        if (trend.IsFresh)
            return Explanation.Joined("a place kept for new papers with few votes, another one each hour", trend.Votes + trend.OutsideVotes == 0 ? "no votes yet" : votes, age);
        return Explanation.Joined(
            trend.VotesOfLastDay > 0 ? $"{votes}, {Text($"{trend.VotesOfLastDay}")} of the last day" : votes,
            Counted(trend),
            trend.Commenters <= 0 ? null : $"{Explanation.Commenters(trend.Commenters)}, adding {Number(trend.OfCommenters)}",
            trend.OfStars == 0 ? null : $"new stars of its code, adding {Number(trend.OfStars)}",
            age,
            $"score {Number(trend.Score)}{(trend.Window.HalfLife is null ? ", which is all that over the square root of the age in hours and two more" : "")}",
            Text($"place {trend.Place} of {trend.Papers}"));
    }

    private static string Counted(Trend trend)
    {
        var less = trend.Votes > 0 ? "; votes without an account count less" : "";
        if (trend.Window.HalfLife is not { } half)
            return $"those since {Since(trend.Window)} count, as {Number(trend.Counted)}{less}";
        return $"they count as {Number(trend.Counted)}, for a vote counts half after {Explanation.Age(half.TotalHours)} and half again after as long{less}";
    }

    private static string Since(TrendWindow window) => window.Since.UtcDateTime.ToString("d MMMM HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Old votes fade without ever being nothing.</summary>
    private static string Number(double value) => value is > 0 and < 0.05 ? "less than 0.1" : Text($"{value:0.0}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
