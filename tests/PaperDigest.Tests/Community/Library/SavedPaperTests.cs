using System.Net;
using System.Net.Http.Json;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community.Library;

public sealed class SavedPaperTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_visitor_saves_papers_without_an_account_and_finds_the_last_saved_first()
    {
        await AddAsync("2605.20001", "2605.20002");
        using var visitor = site.NewClient(cookies: true);

        Assert.Equal(new SaveStanding(true), await SaveAsync(visitor, "2605.20001", 1));
        site.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(new SaveStanding(true), await SaveAsync(visitor, "2605.20002", 1));
        await SaveAsync(visitor, "2605.20002", 1);

        var page = await visitor.ReadAsync("/saved");
        Assert.Equal(["2605.20002", "2605.20001"], Html.Papers(page));
        Assert.Contains("Kept in this browser", page);
        Assert.Contains("Nothing is saved yet", await site.Client.ReadAsync("/saved"));
        Assert.Equal(new SaveStanding(false), await SaveAsync(visitor, "2605.20002", 0));
        Assert.Equal(["2605.20001"], Html.Papers(await visitor.ReadAsync("/saved")));
    }

    [Fact]
    public async Task Without_scripts_the_form_leads_back_and_never_elsewhere()
    {
        await AddAsync("2605.20003");
        using var visitor = site.NewClient(cookies: true);

        using var answer = await PostAsync(visitor, "2605.20003/save", ("save", "1"), ("return", "/papers?page=2#p2605.20003"));
        using var astray = await PostAsync(visitor, "2605.20003/save", ("save", "1"), ("return", "//elsewhere.example/"));

        Assert.Equal((HttpStatusCode.SeeOther, "/papers?page=2#p2605.20003"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.Equal("/papers/2605.20003", astray.Headers.Location?.OriginalString);
        Assert.Contains("<span>Saved</span>", await visitor.ReadAsync("/papers/2605.20003"));
    }

    [Theory]
    [InlineData("2605.99999/save", "1", HttpStatusCode.NotFound)]
    [InlineData("nonsense/save", "1", HttpStatusCode.NotFound)]
    [InlineData("2605.20004/save", "2", HttpStatusCode.BadRequest)]
    public async Task What_is_no_paper_or_no_wish_is_not_saved(string path, string save, HttpStatusCode expected)
    {
        await AddAsync("2605.20004");
        using var answer = await PostAsync(site.Client, path, ("save", save));
        Assert.Equal(expected, answer.StatusCode);
    }

    [Fact]
    public async Task Tags_and_note_come_back_with_a_paper_that_was_taken_out_by_mistake()
    {
        await AddAsync("2605.20005");
        using var visitor = site.NewClient(cookies: true);
        (await PostAsync(visitor, "2605.20005/notes", ("add", "evaluation, to read"), ("note", "Compare with ours.\r\nTable 3."))).Dispose();

        await SaveAsync(visitor, "2605.20005", 0);
        Assert.Empty(Html.Papers(await visitor.ReadAsync("/saved")));
        await SaveAsync(visitor, "2605.20005", 1);

        var page = await visitor.ReadAsync("/saved");
        Assert.Contains(">evaluation</a>", page);
        Assert.Contains("Compare with ours.\nTable 3.", WebUtility.HtmlDecode(page));
    }

    [Fact]
    public async Task Saved_papers_are_found_by_tag_and_by_words_of_title_abstract_and_note()
    {
        await AddAsync("2605.20006", "2605.20007");
        using var visitor = site.NewClient(cookies: true);
        (await PostAsync(visitor, "2605.20006/notes", ("add", "NLP"), ("note", "Who measured the Gödel part?"))).Dispose();
        (await PostAsync(visitor, "2605.20007/notes", ("tag", "vision"), ("add", "nlp"))).Dispose();

        Assert.Equal(["2605.20006"], Html.Papers(await visitor.ReadAsync("/saved?tag=NLP")));
        Assert.Equal(["2605.20007"], Html.Papers(await visitor.ReadAsync("/saved?tag=vision")));
        Assert.Equal(["2605.20006"], Html.Papers(await visitor.ReadAsync("/saved?q=measured+part")));
        Assert.Equal(2, Html.Papers(await visitor.ReadAsync("/saved?q=Lovelace")).Count);
        Assert.Contains("No saved paper is like that", await visitor.ReadAsync("/saved?q=nowheretobefound"));
    }

    [Fact]
    public async Task A_tag_is_renamed_joined_with_another_and_taken_off()
    {
        await AddAsync("2605.20008");
        using var visitor = site.NewClient(cookies: true);
        (await PostAsync(visitor, "2605.20008/notes", ("add", "one,two,three"))).Dispose();

        (await TagAsync(visitor, ("tag", "one"), ("name", "two"), ("act", "rename"))).Dispose();
        (await TagAsync(visitor, ("tag", "three"), ("act", "remove"))).Dispose();
        (await TagAsync(visitor, ("tag", "two"), ("name", "  "), ("act", "rename"))).Dispose();

        Assert.Equal("{two}", await site.Database.ScalarAsync<string>("SELECT tags::text FROM saved_papers WHERE arxiv_id = '2605.20008'"));
    }

    [Fact]
    public async Task An_account_takes_over_what_was_saved_in_the_browser_before_signing_in()
    {
        await AddAsync("2605.20009", "2605.20010");
        using var browser = await SignedIn.AsAsync(site, AccountRole.Reader);
        await SaveAsync(browser, "2605.20009", 1);
        (await browser.PostAsync("/signout", null, Cancel)).Dispose();
        await SaveAsync(browser, "2605.20010", 1);
        Assert.Equal(["2605.20010"], Html.Papers(await browser.ReadAsync("/saved")));

        await SignedIn.AgainAsync(site, browser, AccountRole.Reader);

        Assert.Equal(["2605.20009", "2605.20010"], Html.Papers(await browser.ReadAsync("/saved")).Order());
    }

    [Fact]
    public async Task A_reader_keeps_a_bounded_number_of_papers()
    {
        await AddAsync("2605.20011");
        var reader = Guid.NewGuid();
        await site.Database.ExecuteAsync(
            $"""
            INSERT INTO papers (arxiv_id, title, abstract, authors, categories, search_text, version, first_listed, added_at, changed_at, vote_count, outside_votes, outside_comments, is_sample)
            SELECT 'test/' || n, '', '', ARRAY['A'], ARRAY['cs.CL'], '', 1, '2001-01-01', now(), now(), 0, 0, 0, false FROM generate_series(1, {SavedPapers.Most}) n;
            INSERT INTO saved_papers (reader_id, arxiv_id, saved_at, tags) SELECT '{reader}', arxiv_id, now(), ARRAY[]::text[] FROM papers WHERE arxiv_id LIKE 'test/%';
            """);
        var saved = new SavedPapers(site.Database.Source);

        Assert.Equal(SaveOutcome.Full, await saved.SaveAsync(reader, "2605.20011", site.Clock.Now, Cancel));
        Assert.Equal(SaveOutcome.Saved, await saved.SaveAsync(reader, "test/7", site.Clock.Now, Cancel));
        await saved.RemoveAsync(reader, "test/7", site.Clock.Now, Cancel);
        Assert.Equal(SaveOutcome.Saved, await saved.SaveAsync(reader, "2605.20011", site.Clock.Now, Cancel));
        await site.Database.ExecuteAsync("DELETE FROM papers WHERE arxiv_id LIKE 'test/%'");
    }

    [Fact]
    public async Task Saved_papers_go_out_as_files_with_their_tags_and_notes_to_their_reader_only()
    {
        await AddAsync("2605.20012", "2605.20013");
        using var visitor = site.NewClient(cookies: true);
        (await PostAsync(visitor, "2605.20012/notes", ("add", "survey"), ("note", "=1+1 is odd"))).Dispose();
        await SaveAsync(visitor, "2605.20013", 1);

        Assert.Contains("keywords = {survey}", await visitor.ReadAsync("/saved.bib"));
        Assert.Contains("KW  - survey", await visitor.ReadAsync("/saved.ris?tag=survey"));
        Assert.DoesNotContain("2605.20013", await visitor.ReadAsync("/saved.ris?tag=survey"));
        Assert.Contains("\"annote\"", await visitor.ReadAsync("/saved.csl.json"));
        Assert.Contains(",survey,'=1+1 is odd\r\n", await visitor.ReadAsync("/saved.csv"));
        Assert.Contains("Tags: survey", await visitor.ReadAsync("/saved.md"));
        Assert.DoesNotContain("2605.2001", await site.Client.ReadAsync("/saved.bib"));
        using var answer = await visitor.GetAsync("/saved.bib", Cancel);
        Assert.Equal("no-cache, private", $"{answer.Headers.CacheControl}");
    }

    [Fact]
    public async Task A_private_feed_is_read_by_its_address_alone_until_that_is_changed()
    {
        await AddAsync("2605.20014");
        using var browser = await SignedIn.AsAsync(site, AccountRole.Curator);
        await SaveAsync(browser, "2605.20014", 1);
        var address = Html.Link(await browser.ReadAsync("/saved"), "Atom")!;

        var feed = await site.Client.ReadAsync(address);
        Assert.Contains("arxiv.org/abs/2605.20014", feed);
        Assert.Contains(address, feed);
        (await browser.PostAsync("/feeds/change", new FormUrlEncodedContent([]), Cancel)).Dispose();

        await site.Client.ReadAsync(address, HttpStatusCode.NotFound);
        await site.Client.ReadAsync("/feeds/made-up/saved.atom", HttpStatusCode.NotFound);
        var changed = Html.Link(await browser.ReadAsync("/saved"), "Atom")!;
        Assert.NotEqual(address, changed);
        Assert.Contains("arxiv.org/abs/2605.20014", await site.Client.ReadAsync(changed));
    }

    private async Task AddAsync(params string[] ids)
    {
        await using var db = site.Database.Open();
        foreach (var id in ids) if (await db.Papers.FindAsync([id], Cancel) is null) db.Papers.Add(Some.Paper(id));
        await db.SaveChangesAsync(Cancel);
    }

    private static async Task<SaveStanding?> SaveAsync(HttpClient client, string arxivId, int save)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/papers/{arxivId}/save") { Content = new FormUrlEncodedContent([new("save", $"{save}")]) };
        request.Headers.Accept.ParseAdd("application/json");
        using var answer = await client.SendAsync(request, Cancel);
        return await answer.Content.ReadFromJsonAsync<SaveStanding>(Cancel);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields) =>
        client.PostAsync("/papers/" + path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Cancel);

    private static Task<HttpResponseMessage> TagAsync(HttpClient client, params (string Name, string Value)[] fields) =>
        client.PostAsync("/saved/tags", new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Cancel);
}
