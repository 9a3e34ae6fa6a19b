using System.Net;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Search;

public sealed class SearchPageTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_searches_without_a_script_and_keeps_what_was_typed()
    {
        await AddAsync("2605.20001");

        var page = await site.Client.GetStringAsync("/papers?q=matter+lovelace", Cancel);

        Assert.Contains("data-arxiv-id=\"2605.20001\"", page);
        Assert.Contains("value=\"matter lovelace\"", page);
        Assert.Contains("action=\"/papers\"", page);
    }

    [Theory]
    [InlineData("2605.20002")]
    [InlineData("https://arxiv.org/pdf/2605.20002v7")]
    public async Task An_arXiv_id_or_address_leads_to_the_paper(string typed)
    {
        await AddAsync("2605.20002");

        using var answer = await site.Client.GetAsync($"/papers?q={Uri.EscapeDataString(typed)}", Cancel);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.EndsWith("/papers/2605.20002", answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_DOI_leads_to_the_paper_however_it_is_written()
    {
        await AddAsync("2605.20003");
        await using (var db = site.Database.Open()) await db.Papers.Where(p => p.ArxivId == "2605.20003").ExecuteUpdateAsync(p => p.SetProperty(x => x.Doi, "10.1234/Some.5678"), Cancel);
        foreach (var typed in (string[])["10.1234/Some.5678", "doi:10.1234/Some.5678", "https://doi.org/10.1234/Some.5678"])
        {
            using var answer = await site.Client.GetAsync($"/papers?q={Uri.EscapeDataString(typed)}", Cancel);
            Assert.EndsWith("/papers/2605.20003", answer.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task An_arXiv_id_that_is_not_here_can_be_fetched()
    {
        var page = await site.Client.GetStringAsync("/papers?q=arxiv.org%2Fabs%2F2605.29999", Cancel);
        Assert.Contains("href=\"/submit?paper=2605.29999\"", page);
    }

    [Theory]
    [InlineData("%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("%25%5F%5C")]
    [InlineData("%00%01%1F")]
    [InlineData("%FF%FE")]
    [InlineData("%22%20onfocus=%22alert(1)")]
    [InlineData("x&page=-1")]
    [InlineData("x&page=2147483647")]
    public async Task Hostile_input_finds_nothing_and_breaks_nothing(string typed)
    {
        using var answer = await site.Client.GetAsync($"/papers?q={typed}", Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("<script>alert", page);
        Assert.DoesNotContain("\" onfocus", page);
    }

    [Fact]
    public async Task A_very_long_question_is_cut()
    {
        var page = await site.Client.GetStringAsync($"/papers?q={new string('y', 4000)}", Cancel);
        Assert.Contains($"value=\"{new string('y', 250)}\"", page);
    }

    private async Task AddAsync(string arxivId)
    {
        await using var db = site.Database.Open();
        if (await db.Papers.FindAsync([arxivId], Cancel) is not null) return;
        db.Papers.Add(Some.Paper(arxivId));
        await db.SaveChangesAsync(Cancel);
        await site.IsSearchableAsync(arxivId);
    }
}
