using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Digests;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Accounts;

public sealed class LeavingTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_file_holds_all_that_is_kept_and_nothing_of_others()
    {
        await AddAsync("2605.12001", "2605.12002");
        using var ada = await SignedIn.AsAsync(site, "ada@example.org");
        using var other = await SignedIn.AsAsync(site, "other@example.org");
        await PostAsync(ada, "/account/name", ("name", "Ada"));
        await PostAsync(ada, "/papers/2605.12001/vote", ("vote", "1"));
        await PostAsync(ada, "/papers/2605.12002/save", ("save", "1"));
        await PostAsync(other, "/papers/2605.12002/vote", ("vote", "1"));
        await SubscribeAsync("Ada@example.org");

        using var answer = await ada.GetAsync("/account/data", Cancel);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        using var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        var (account, records) = (file.RootElement.GetProperty("account"), file.RootElement.GetProperty("records"));
        Assert.Equal(("ada@example.org", "Ada"), (account.GetProperty("email").GetString(), account.GetProperty("public_name").GetString()));
        Assert.Equal(["2605.12001"], records.GetProperty("votes").EnumerateArray().Select(v => v.GetProperty("arxiv_id").GetString()));
        Assert.Equal(["2605.12002"], records.GetProperty("library").GetProperty("saved").EnumerateArray().Select(v => v.GetProperty("arxiv_id").GetString()));
        Assert.Equal("Ada@example.org", Assert.Single(records.GetProperty("subscriptions").EnumerateArray()).GetProperty("email").GetString());
    }

    [Fact]
    public async Task A_deleted_account_leaves_nothing_and_counters_stay_right()
    {
        await AddAsync("2605.12011", "2605.12012");
        using var leaving = await SignedIn.AsAsync(site, "leaving@example.org");
        using var elsewhere = await SignedIn.AsAsync(site, "leaving@example.org");
        using var staying = await SignedIn.AsAsync(site, "staying@example.org");
        await PostAsync(leaving, "/account/name", ("name", "Leaver"));
        foreach (var browser in (HttpClient[])[leaving, staying]) await PostAsync(browser, "/papers/2605.12011/vote", ("vote", "1"));
        await PostAsync(leaving, "/papers/2605.12012/save", ("save", "1"));
        await SubscribeAsync("leaving@example.org");
        await site.Services.GetRequiredService<AskForLink>().AskAsync("leaving@example.org", null, site.Clock.Now, Cancel);
        var id = await site.Database.ScalarAsync<Guid>("SELECT id FROM accounts WHERE email = 'leaving@example.org'");

        using var deleted = await PostAsync(leaving, "/account/delete", ("confirm", " Leaving@example.org"));

        Assert.Equal("/account/deleted", deleted.Headers.Location?.OriginalString);
        Assert.Equal(1, await site.Database.ScalarAsync<int>("SELECT vote_count FROM papers WHERE arxiv_id = '2605.12011'"));
        foreach (var left in (string[])
            [
                $"accounts WHERE id = '{id}'", $"votes WHERE visitor_id = '{id}'", $"saved_papers WHERE reader_id = '{id}'",
                "sign_in_links WHERE email_key = 'leaving@example.org'", $"sign_in_links WHERE account_id = '{id}'", "subscriptions WHERE email_key = 'leaving@example.org'",
            ])
        {
            Assert.Equal((left, 0L), (left, await site.Database.ScalarAsync<long>($"SELECT count(*) FROM {left}")));
        }
        await site.Client.ReadAsync("/people/Leaver", HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(staying, "/account/name", ("name", "Leaver"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await leaving.GetAsync("/account", Cancel)).StatusCode);
        site.Clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account", Cancel)).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_deleted_by_anything_but_the_address()
    {
        using var browser = await SignedIn.AsAsync(site, "careful@example.org");
        using var answer = await PostAsync(browser, "/account/delete", ("confirm", "yes"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Nothing was deleted", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account", Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_session_that_outlives_its_account_for_a_moment_harms_nothing()
    {
        await AddAsync("2605.12021");
        using var gone = await SignedIn.AsAsync(site, "gone@example.org");
        await site.Database.ExecuteAsync("DELETE FROM accounts WHERE email = 'gone@example.org'");
        Assert.Equal(HttpStatusCode.SeeOther, (await gone.GetAsync("/account/data", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(gone, "/account/name", ("name", "Gone"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(gone, "/account/delete", ("confirm", "gone@example.org"))).StatusCode);
        Assert.True((await gone.GetAsync("/account", Cancel)).StatusCode < HttpStatusCode.InternalServerError);
    }

    private async Task SubscribeAsync(string address) => await site.Services.GetRequiredService<Subscribing>()
        .AskAsync(address, new DigestWishes(Cadence.Daily, 7, "UTC", []), site.Clock.Now, Cancel);

    private async Task AddAsync(params string[] arxivIds)
    {
        await using var db = site.Database.Open();
        db.Papers.AddRange(arxivIds.Select(id => Some.Paper(id)));
        await db.SaveChangesAsync(Cancel);
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))), Cancel);
}
