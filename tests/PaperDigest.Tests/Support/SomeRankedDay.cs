using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaperDigest.Catalogue;
using PaperDigest.Ranking;

namespace PaperDigest.Tests.Support;

/// <summary>Stores a day that is listed and ranked, in the order given.</summary>
internal static class SomeRankedDay
{
    public static readonly DateOnly Tuesday = new(2026, 5, 12);

    /// <summary>A day of new papers in cs.CL.</summary>
    public static async Task StoreAsync(TestDatabase database, DateOnly day, params string[] inOrder)
    {
        await SomeListing.StoreAsync(database, day, inOrder);
        await RankAsync(database, day, inOrder);
    }

    /// <summary>The order of a day whose listings are stored.</summary>
    public static async Task RankAsync(TestDatabase database, DateOnly day, params string[] inOrder)
    {
        await using var db = database.Open();
        db.RankedPapers.AddRange(inOrder.Select((id, index) => new RankedPaper
        {
            Date = day, Rank = index + 1, ArxivId = id, Section = ListingSection.New, Score = inOrder.Length - index, AgeHours = 16,
        }));
        await db.ListingDays.Where(d => d.Date == day).ExecuteUpdateAsync(d => d.SetProperty(x => x.RankedAt, TestClock.Noon));
        await db.SaveChangesAsync();
    }

    /// <summary>What reads the lists.</summary>
    public static RankedLists Lists(TestDatabase database) => new(database.Source, Trending(database));

    public static TrendingLists Trending(TestDatabase database, bool codeStars = false) =>
        new(database.Source, Options.Create(new RankingOptions { CodeStars = codeStars }));

    /// <summary>That many ids, from 2605.00001 on.</summary>
    public static string[] Ids(int count, int from = 1) => [.. Enumerable.Range(from, count).Select(n => $"2605.{n:00000}")];
}
