using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Following;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Following;

public sealed class ForYouTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await using var db = site.Database.Open();
        if (await db.Papers.FindAsync(["2605.40001"], Cancel) is not null) return;
        // One paper of long before, and four of this week: by an author, of a category, with words, and none of these.
        await StoreAsync(new DateOnly(2026, 4, 1), ("2604.00001", "On older matters", "Grace Hopper", "cs.CL"));
        await StoreAsync(
            SomeRankedDay.Tuesday,
            ("2605.40001", "On engines", "Grace Hopper", "cs.AR"), ("2605.40002", "On tongues", "Alan Turing", "cs.CL"),
            ("2605.40003", "Storage of ragged rows: RAGs revisited", "Alan Turing", "cs.DB"), ("2605.40004", "On storage", "Alan Turing", "cs.OS"));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Papers_of_the_last_days_come_once_each_with_all_their_reasons()
    {
        using var visitor = site.NewClient(cookies: true);
        await FollowAsync(visitor, "author:Grace Hopper", "category:cs.AR", "category:cs.CL", "words:rag");

        var page = await visitor.ReadAsync("/for-you");

        Assert.Equal(["2605.40001", "2605.40003", "2605.40002"], Html.Papers(page));
        Assert.Contains("By Grace Hopper, whom you follow", Html.Text(page));
        Assert.Contains("You follow cs.AR", Html.Text(page));
        Assert.Contains("Has “rag”, which you follow", Html.Text(page));
        Assert.Contains("3 papers of the last seven days", page);
    }

    [Fact]
    public async Task A_followed_search_and_a_saved_paper_bring_their_like()
    {
        await site.IsSearchableAsync("2605.40004");
        using var visitor = site.NewClient(cookies: true);
        await FollowAsync(visitor, "search:?q=tongues");
        (await PostAsync(visitor, "/papers/2604.00001/save", ("save", "1"))).Dispose();

        var page = await visitor.ReadAsync("/for-you");

        Assert.Contains("2605.40002", Html.Papers(page));
        Assert.Contains("Found by your search for “tongues”", Html.Text(page));
        Assert.Contains("Like On older matters, which you saved", Html.Text(page));
    }

    [Fact]
    public async Task Who_is_not_interested_hides_the_paper_or_mutes_the_follow_and_can_take_it_back()
    {
        using var visitor = site.NewClient(cookies: true);
        await FollowAsync(visitor, "author:Alan Turing");
        Assert.Equal(3, Html.Papers(await visitor.ReadAsync("/for-you")).Count);

        using var hidden = await PostAsync(visitor, "/papers/2605.40002/hide", ("hide", "1"), ("return", "/for-you?hidden=2605.40002"));
        var page = await visitor.ReadAsync(hidden.Headers.Location!.OriginalString);
        Assert.DoesNotContain("2605.40002", Html.Papers(page));
        Assert.Contains("Show it again", page);
        (await PostAsync(visitor, "/papers/2605.40002/hide", ("hide", "0"))).Dispose();
        Assert.Equal(3, Html.Papers(await visitor.ReadAsync("/for-you")).Count);

        (await PostAsync(visitor, "/follows", ("mute", "author:Alan Turing"))).Dispose();
        Assert.Empty(Html.Papers(await visitor.ReadAsync("/for-you")));
        Assert.Contains("Hear again", await visitor.ReadAsync("/follows"));
        await FollowAsync(visitor, "author:Alan Turing");
        Assert.Equal(3, Html.Papers(await visitor.ReadAsync("/for-you")).Count);
    }

    [Fact]
    public async Task What_was_read_can_be_left_out_and_what_is_saved_is_not_offered_again()
    {
        using var visitor = site.NewClient(cookies: true);
        await FollowAsync(visitor, "author:Alan Turing");
        await visitor.ReadAsync("/papers/2605.40004");
        (await PostAsync(visitor, "/papers/2605.40003/save", ("save", "1"))).Dispose();

        Assert.DoesNotContain("2605.40003", Html.Papers(await visitor.ReadAsync("/for-you")));
        Assert.DoesNotContain("2605.40004", Html.Papers(await visitor.ReadAsync("/for-you?show=unread")));
    }

    [Fact]
    public async Task Who_follows_nothing_is_offered_what_to_follow()
    {
        Assert.Contains("Follow cs.CL", await site.Client.ReadAsync("/for-you"));
        using var visitor = site.NewClient(cookies: true);
        (await PostAsync(visitor, "/papers/2605.40001/save", ("save", "1"))).Dispose();

        var page = await visitor.ReadAsync("/for-you");

        Assert.Contains("value=\"author:Grace Hopper\"", page);
        Assert.Contains("value=\"category:cs.AR\"", page);
    }

    [Fact]
    public async Task Pages_of_authors_categories_and_searches_follow_with_one_click()
    {
        using var visitor = site.NewClient(cookies: true);
        foreach (var (path, subject) in ((string, string)[])[("/authors/Grace%20Hopper", "author:Grace Hopper"), ("/categories/cs.AR", "category:cs.AR"), ("/papers?q=engines", "search:?q=engines")])
        {
            Assert.Contains($"name=\"follow\" value=\"{subject}\"", await visitor.ReadAsync(path));
            await FollowAsync(visitor, subject);
            Assert.Contains($"name=\"unfollow\" value=\"{subject}\"", await visitor.ReadAsync(path));
        }
        (await PostAsync(visitor, "/follows", ("unfollow", "category:cs.AR"))).Dispose();
        Assert.Contains("name=\"follow\" value=\"category:cs.AR\"", await visitor.ReadAsync("/categories/cs.AR"));
    }

    [Fact]
    public async Task What_cannot_be_followed_is_said_kindly_and_there_is_a_bound()
    {
        using var visitor = site.NewClient(cookies: true);
        using var wrong = await PostAsync(visitor, "/follows", ("kind", "category"), ("name", "cooking"));
        Assert.Contains("There is nothing to follow by that name", await visitor.ReadAsync(wrong.Headers.Location!.OriginalString));

        var (follows, reader) = (new Follows(site.Database.Source), Guid.NewGuid());
        for (var n = 0; n < Follows.MostSearches; n++)
            Assert.Equal(FollowOutcome.Following, await follows.FollowAsync(reader, FollowSubject.Parse($"search:?q=word{n}")!, site.Clock.Now, Cancel));
        Assert.Equal(FollowOutcome.Full, await follows.FollowAsync(reader, FollowSubject.Parse("search:?q=more")!, site.Clock.Now, Cancel));
        Assert.Equal(FollowOutcome.Following, await follows.FollowAsync(reader, FollowSubject.Parse("search:?q=word3")!, site.Clock.Now, Cancel));
    }

    [Fact]
    public async Task The_list_goes_out_as_a_private_feed_with_its_reasons_and_follows_move_to_the_account()
    {
        using var browser = site.NewClient(cookies: true);
        await FollowAsync(browser, "author:Grace Hopper");
        await SignedIn.AgainAsync(site, browser, AccountRole.Reader);

        var address = Html.Link(await browser.ReadAsync("/for-you"), "Atom")!;
        var feed = await site.Client.ReadAsync(address);

        Assert.Contains("arxiv.org/abs/2605.40001", feed);
        Assert.Contains("By Grace Hopper, whom you follow", feed);
        await site.Client.ReadAsync("/feeds/made-up/for-you.atom", HttpStatusCode.NotFound);
        var account = await site.Database.ScalarAsync<Guid>("SELECT id FROM accounts WHERE email = 'reader@example.org'");
        var records = await site.Services.GetRequiredService<PersonalRecords>().ExportAsync(new Person(account, "reader@example.org", null), Cancel);
        Assert.Contains("Grace Hopper", JsonSerializer.Serialize(records["following"]));
    }

    private async Task StoreAsync(DateOnly day, params (string Id, string Title, string Author, string Category)[] papers)
    {
        await SomeRankedDay.StoreAsync(site.Database, day, [.. papers.Select(p => p.Id)]);
        foreach (var (id, title, author, category) in papers)
        {
            await site.Database.ExecuteAsync(
                $"""
                UPDATE papers SET title = '{title}', authors = ARRAY['{author}'], categories = ARRAY['{category}'], changed_at = changed_at + interval '1 second' WHERE arxiv_id = '{id}';
                INSERT INTO paper_authors (author, first_listed, arxiv_id) VALUES ('{author}', '{day:yyyy-MM-dd}', '{id}') ON CONFLICT DO NOTHING;
                INSERT INTO paper_categories (category, arxiv_id, first_listed) VALUES ('{category}', '{id}', '{day:yyyy-MM-dd}') ON CONFLICT DO NOTHING;
                """);
        }
    }

    private static async Task FollowAsync(HttpClient client, params string[] subjects)
    {
        foreach (var subject in subjects) (await PostAsync(client, "/follows", ("follow", subject))).Dispose();
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields) =>
        client.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))), Cancel);
}
