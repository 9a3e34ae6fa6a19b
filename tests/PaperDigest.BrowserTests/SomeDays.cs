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

    /// <summary>The paper of <see cref="StoreWithFormulasAsync"/>.</summary>
    public const string WithFormulas = "hep-th/9901002";

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

    /// <summary>An old paper with mathematics in its title, and a formula in its abstract that is wider than a phone. Done twice it changes nothing.</summary>
    public static async Task StoreWithFormulasAsync(RunningSite site)
    {
        await using var db = site.Database.Open();
        if (await db.Papers.AnyAsync(p => p.ArxivId == WithFormulas)) return;
        var paper = Some.Paper(WithFormulas, new DateOnly(1999, 1, 4), "hep-th");
        (paper.Title, paper.Abstract) = (
            @"On $\mathcal{N}=2$ theories at $\sqrt{s} \leq \frac{1}{2}\,\mathrm{TeV}$",
            @"We bound $\left\| \hat{\mathbf{x}}_{t+1} - \mathbf{x}^* \right\|_2^2 \leq \left(1 - \frac{\mu}{L}\right) \left\| \hat{\mathbf{x}}_{t} - \mathbf{x}^* \right\|_2^2 + \sum_{i=1}^{n} \varepsilon_i$, a \textbf{result} with code at \href{https://example.org/code}{our page} and no \unknown{macro}.");
        db.Papers.Add(paper);
        await db.SaveChangesAsync();
    }

    private static async Task RankAsync(RunningSite site) =>
        await site.Services.GetRequiredService<DayRanking>().RankAsync(site.Clock.Now, TestContext.Current.CancellationToken);
}
