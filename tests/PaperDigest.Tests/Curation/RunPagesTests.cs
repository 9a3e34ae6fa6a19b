using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Curation;

public sealed class RunPagesTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static readonly DateTimeOffset Start = TestClock.Noon.AddMinutes(-3);

    private RunLog Runs => site.Services.GetRequiredService<RunLog>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_an_admin_sees_runs()
    {
        using var curator = await SignedIn.AsAsync(site, AccountRole.Curator);
        await curator.ReadAsync("/admin/runs", HttpStatusCode.Redirect);
        await curator.ReadAsync($"/admin/runs/{Guid.NewGuid()}", HttpStatusCode.Redirect);
        await site.Client.ReadAsync("/admin/runs", HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_run_shows_counts_source_time_refusals_and_rejected_records_as_they_came()
    {
        var run = await Runs.BeginAsync(new RunStart(RunKind.Listing, "rss.arxiv.org", new DateOnly(2026, 5, 12)), Start, Cancel);
        await Runs.RejectAsync(run, [new RejectedItem("It has no title.", "2605.00007v1", "<item><title></title>&amp;</item>")], Cancel);
        var report = new IngestReport(new DateOnly(2026, 5, 12), IngestOutcome.Partial, "The listing is partly in.")
        {
            Categories =
            [
                new CategoryReport("cs.CL", CategoryOutcome.Stored) { Source = ListingSource.Feed, New = 1234, CrossListed = 2, Rejected = [new RejectedItem("It has no title.", "2605.00007v1", "")] },
                new CategoryReport("cs.AI", CategoryOutcome.Refused) { Attempts = 5, Message = "arXiv answered 503 ServiceUnavailable." },
            ],
        };
        await Runs.EndAsync(run, report.Outcome, RunLog.Json(report), Cancel);

        var page = await PageAsync($"/admin/runs/{run}");

        Assert.Equal("Listing of 12 May 2026", Assert.Single(Html.FirstHeadings(page)));
        var text = Words(page);
        foreach (var shown in (string[])["partial", "The listing is partly in.", "rss.arxiv.org", "Took 3 min 0 s", "New 1,234", "Cross-listed 2", "Rejected 1", "Category Outcome Source New Cross-listed Replaced Unchanged", "cs.CL stored feed 1234 2", "arXiv answered 503 ServiceUnavailable.", "2605.00007v1 It has no title."])
            Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.Contains("&lt;item&gt;&lt;title&gt;&lt;/title&gt;&amp;amp;&lt;/item&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_any_shape_is_put_into_words()
    {
        var run = await Runs.BeginAsync(new RunStart(RunKind.Harvest, null), Start, Cancel);
        await Runs.EndAsync(
            run, IngestOutcome.Complete,
            """{ "message": null, "pagesRead": 12, "isFinished": true, "isLost": false, "nothing": null, "none": [], "warnings": ["A <b>odd</b> one."], "papers": { "new": 3 }, "steps": [{ "name": "one" }, { "name": "two", "of": ["a", "b"] }] }""",
            Cancel);

        var page = await PageAsync($"/admin/runs/{run}");

        var text = Words(page);
        Assert.Contains("Pages read 12", text, StringComparison.Ordinal);
        Assert.Contains("Finished yes Papers 3 new", text, StringComparison.Ordinal);
        Assert.Contains("Steps Name Of one two a b", text, StringComparison.Ordinal);
        Assert.Contains("A <b>odd</b> one.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lost", text, StringComparison.Ordinal);
        Assert.DoesNotContain("None", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_an_end_was_killed_and_says_so()
    {
        var run = await Runs.BeginAsync(new RunStart(RunKind.Import, "snapshot.json"), Start, Cancel);

        Assert.Contains("no end: it runs, or its process was killed", Words(await PageAsync($"/admin/runs/{run}")), StringComparison.Ordinal);
        Assert.Contains("no end: it runs, or its process was killed", Words(await PageAsync("/admin/runs?kind=import")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Runs_are_listed_newest_first_fifty_to_a_page_and_by_kind()
    {
        for (var i = 0; i < 51; i++) await Runs.BeginAsync(new RunStart(RunKind.Details, $"host{i}"), Start.AddSeconds(i / 2), Cancel);

        var first = await PageAsync("/admin/runs?kind=details");
        var second = await PageAsync(Html.Link(first, "Older")!);

        Assert.Contains("host50", first, StringComparison.Ordinal);
        Assert.Equal(50, Hosts(first).Count);
        Assert.Single(Hosts(second));
        Assert.Equal(51, Hosts(first).Union(Hosts(second)).Count());
        Assert.Null(Html.Link(second, "Older"));
        Assert.Contains("No older runs", await PageAsync("/admin/runs?before=nonsense"), StringComparison.Ordinal);

        static IReadOnlyList<string> Hosts(string page) => [.. page.Split("<td>").Where(c => c.StartsWith("host", StringComparison.Ordinal))];
    }

    [Fact]
    public async Task Rejected_records_go_on_over_pages()
    {
        var run = await Runs.BeginAsync(new RunStart(RunKind.Import, "lines.json"), Start, Cancel);
        await Runs.RejectAsync(run, [.. Enumerable.Range(1, 21).Select(n => new RejectedItem("No.", $"line {n}", "{}"))], Cancel);

        var next = Html.Link(await PageAsync($"/admin/runs/{run}"), "More rejected records");

        Assert.Contains("line 21", await PageAsync(next!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_not_there_is_not_found()
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        await admin.ReadAsync($"/admin/runs/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        await admin.ReadAsync("/admin/runs/nonsense", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_list_says_which_source_is_left_alone()
    {
        await site.Database.ExecuteAsync("INSERT INTO source_turns VALUES ('arxiv', now(), now() + interval '1 hour', 'arXiv answered 403 Forbidden.', 1)");

        Assert.Contains("A source is being left alone. arXiv answered 403 Forbidden. It is not asked again before", Words(await PageAsync("/admin/runs")), StringComparison.Ordinal);
    }

    /// <summary>The visible text, cells apart.</summary>
    private static string Words(string page) => Html.Text(page.Replace("<", " <", StringComparison.Ordinal));

    private async Task<string> PageAsync(string path)
    {
        using var admin = await SignedIn.AsAsync(site, AccountRole.Admin);
        return await admin.ReadAsync(path);
    }
}
