using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.BrowserTests;

/// <summary>What there is to read on a site: the days are stored before the first page is asked for, as pages are cached.</summary>
internal static class SomeDays
{
    /// <summary>The paper of <see cref="StoreWithdrawnAsync"/>.</summary>
    public const string Withdrawn = "2605.00900";

    /// <summary>A Monday of three papers, and a Tuesday of 56, four of them in cs.LG: more than one page. Done twice it changes nothing.</summary>
    public static async Task StoreAsync(RunningSite site)
    {
        await using var db = site.Database.Open();
        if (await db.ListingDays.AnyAsync()) return;
        await SomeListing.StoreAsync(site.Database, SomeRankedDay.Tuesday.AddDays(-1), SomeRankedDay.Ids(3, from: 101));
        await SomeListing.StoreAsync(site.Database, SomeRankedDay.Tuesday, SomeRankedDay.Ids(52));
        await SomeListing.StoreAsync(
            site.Database, SomeRankedDay.Tuesday, "cs.LG", SomeRankedDay.Ids(4, from: 53).Select(id => (id, ListingSection.New)));
        await RankAsync(site);
    }

    /// <summary>The sample that comes with the program, on the evening of its last day, a Friday. Done twice it changes nothing.</summary>
    public static async Task StoreSampleAsync(RunningSite site)
    {
        site.Clock.Now = new DateTimeOffset(2026, 5, 29, 16, 0, 0, TimeSpan.Zero);
        await site.Services.GetRequiredService<Sample>().LoadAsync(site.Clock.Now, TestContext.Current.CancellationToken);
        await RankAsync(site);
    }

    /// <summary>A paper that changed title and authors with its second version and is withdrawn by its third. Done twice it changes nothing.</summary>
    public static async Task StoreWithdrawnAsync(RunningSite site)
    {
        await using var db = site.Database.Open();
        if (await db.Papers.AnyAsync(p => p.ArxivId == Withdrawn)) return;
        var paper = Some.Paper(Withdrawn);
        (paper.Version, paper.IsWithdrawn, paper.Affiliations) = (3, true, ["London", "Cambridge"]);
        db.Papers.Add(paper);
        db.PaperVersions.AddRange(
            new PaperVersion { ArxivId = Withdrawn, Version = 1, SubmittedAt = site.Clock.Now, Title = "On a matter", Abstract = "It was seen.", Authors = ["Ada Lovelace"] },
            new PaperVersion { ArxivId = Withdrawn, Version = 2, Title = paper.Title, Abstract = paper.Abstract, Authors = paper.Authors },
            new PaperVersion { ArxivId = Withdrawn, Version = 3, IsWithdrawn = true });
        await db.SaveChangesAsync();
    }

    private static async Task RankAsync(RunningSite site) =>
        await site.Services.GetRequiredService<DayRanking>().RankAsync(site.Clock.Now, TestContext.Current.CancellationToken);
}
