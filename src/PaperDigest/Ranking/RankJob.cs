using System.Globalization;

namespace PaperDigest.Ranking;

/// <summary>Keeps the order of the days up to date; safe to run twice and beside itself (<see cref="DayRanking"/>).</summary>
internal static class RankJob
{
    /// <summary>Says which days were ranked.</summary>
    public static async Task<string> RunAsync(DayRanking ranking, DateTimeOffset now, CancellationToken cancel)
    {
        var days = await ranking.RankAsync(now, cancel);
        return days is [] ? "No day to rank." : $"Ranked {string.Join(", ", days.Select(InWords))}.";
    }

    /// <summary>For example "2026-05-12 (436 papers)".</summary>
    public static string InWords(RankedDay day) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd} ({day.Papers} {(day.Papers == 1 ? "paper" : "papers")})");
}
