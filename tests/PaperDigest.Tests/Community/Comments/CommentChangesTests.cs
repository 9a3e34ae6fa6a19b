using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class CommentChangesTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_keeps_what_was_said_before_for_everybody_to_read()
    {
        await site.AddPaperAsync("2605.20009");
        using var ada = await site.SignInAsync("ada9");
        using var bob = await site.SignInAsync("bob9");
        var id = await site.SayAsync(ada, "2605.20009", "one");
        await ada.PostAsync($"/comments/{id}/edit", ("body", "two"));
        await ada.PostAsync($"/comments/{id}/edit", ("body", "three"));
        await ada.PostAsync($"/comments/{id}/edit", ("body", "three"));

        using var stranger = await bob.SendFormAsync($"/comments/{id}/edit", ("body", "mine now"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stranger.StatusCode);
        Assert.Contains("edited, 3 versions", await site.Client.ReadAsync("/papers/2605.20009"));
        Assert.Contains("<p>one</p>", await site.Client.ReadAsync($"/comments/{id}/versions/1"));
        Assert.Contains("<p>two</p>", await site.Client.ReadAsync($"/comments/{id}/versions/2"));
        Assert.Contains("<p>three</p>", await site.Client.ReadAsync($"/comments/{id}/versions"));
        await site.Client.ReadAsync($"/comments/{id}/versions/4", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_comment_that_was_edited_fifty_times_stays()
    {
        await site.AddPaperAsync("2605.20010");
        using var ada = await site.SignInAsync("ada10");
        var id = await site.SayAsync(ada, "2605.20010", "one");
        await site.Database.ExecuteAsync($"UPDATE comments SET version = {Discussion.MostVersions} WHERE id = '{id}'");

        using var answer = await ada.SendFormAsync($"/comments/{id}/edit", ("body", "once more"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("one", await site.Database.ScalarAsync<string>($"SELECT body FROM comments WHERE id = '{id}'"));
    }

    [Fact]
    public async Task A_deleted_comment_is_gone_with_its_versions_and_stays_as_a_place_while_others_answer_it()
    {
        await site.AddPaperAsync("2605.20011");
        using var ada = await site.SignInAsync("ada11");
        using var bob = await site.SignInAsync("bob11");
        var first = await site.SayAsync(ada, "2605.20011", "secret");
        await ada.PostAsync($"/comments/{first}/edit", ("body", "secret too"));
        var answer = await site.SayAsync(bob, "2605.20011", "an answer", first);

        using var stranger = await bob.SendFormAsync($"/comments/{first}/delete");
        await ada.PostAsync($"/comments/{first}/delete");

        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        var page = await site.Client.ReadAsync("/papers/2605.20011");
        Assert.Contains("Deleted by its author.", page);
        Assert.Contains("an answer", page);
        Assert.Equal(1, await site.CommentCountAsync("2605.20011"));
        Assert.Equal(0, await site.Database.ScalarAsync<long>("SELECT (SELECT count(*) FROM comments WHERE body LIKE 'secret%') + (SELECT count(*) FROM comment_versions WHERE body LIKE 'secret%')"));

        await bob.PostAsync($"/comments/{answer}/delete");
        Assert.DoesNotContain("Deleted by", await bob.ReadAsync("/papers/2605.20011"));
        Assert.Equal(0, await site.CommentCountAsync("2605.20011"));
    }

    [Fact]
    public async Task A_reaction_counts_once_however_often_it_is_given_and_can_be_taken_back()
    {
        await site.AddPaperAsync("2605.20012");
        using var ada = await site.SignInAsync("ada12");
        using var bob = await site.SignInAsync("bob12");
        var id = await site.SayAsync(ada, "2605.20012", "one");
        var counts = $"SELECT reaction_counts::text || ' ' || reaction_count FROM comments WHERE id = '{id}'";

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => bob.PostAsync($"/comments/{id}/react", ("react", "agree"))));
        await bob.PostAsync($"/comments/{id}/react", ("react", "wonder"));
        await ada.PostAsync($"/comments/{id}/react", ("react", "agree"));
        Assert.Equal("{2,0,0,1,0} 3", await site.Database.ScalarAsync<string>(counts));
        Assert.Contains("value=\"-agree\" aria-pressed=\"true\" aria-label=\"Agree, 2\"", await bob.ReadAsync("/papers/2605.20012"));

        await bob.PostAsync($"/comments/{id}/react", ("react", "-agree"));
        await bob.PostAsync($"/comments/{id}/react", ("react", "-agree"));
        Assert.Equal("{1,0,0,1,0} 2", await site.Database.ScalarAsync<string>(counts));

        using var nonsense = await bob.SendFormAsync($"/comments/{id}/react", ("react", "nonsense"));
        using var nobody = await site.Client.SendFormAsync($"/comments/{id}/react", ("react", "agree"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized), (nonsense.StatusCode, nobody.StatusCode));
    }

    [Fact]
    public async Task Whose_account_goes_takes_every_text_along_and_others_answers_stay()
    {
        await site.AddPaperAsync("2605.22001");
        using var ada = await site.SignInAsync("adagoes");
        using var bob = await site.SignInAsync("bobstays");
        var first = await site.SayAsync(ada, "2605.22001", "mine alone");
        await ada.PostAsync($"/comments/{first}/edit", ("body", "mine alone, still"));
        var answer = await site.SayAsync(bob, "2605.22001", "an answer", first);
        await site.SayAsync(ada, "2605.22001", "mine alone too", answer);
        await ada.PostAsync($"/comments/{answer}/react", ("react", "agree"));
        await bob.PostAsync($"/comments/{answer}/react", ("react", "agree"));
        var person = new Person(await site.Database.ScalarAsync<Guid>("SELECT id FROM accounts WHERE public_name = 'adagoes'"), "adagoes@example.org", "adagoes");
        var records = site.Services.GetRequiredService<PersonalRecords>();

        var export = JsonSerializer.Serialize((await records.ExportAsync(person, Cancel))["comments"]);
        await records.EraseAsync(person, site.Clock.Now, Cancel);

        Assert.Contains("mine alone, still", export);
        Assert.Contains("mine alone too", export);
        Assert.Contains("\"mine alone\"", export);
        Assert.Equal(0, await site.Database.ScalarAsync<long>("SELECT (SELECT count(*) FROM comments WHERE body LIKE 'mine%') + (SELECT count(*) FROM comment_versions WHERE body LIKE 'mine%')"));
        Assert.Equal(1, await site.CommentCountAsync("2605.22001"));
        Assert.Equal("1 {1,0,0,0,0}", await site.Database.ScalarAsync<string>($"SELECT reaction_count || ' ' || reaction_counts::text FROM comments WHERE id = '{answer}'"));
        var page = await bob.ReadAsync("/papers/2605.22001");
        Assert.Contains("Gone with its author", page);
        Assert.Contains("an answer", page);
    }

    [Fact]
    public async Task A_persons_page_has_their_latest_comments()
    {
        await site.AddPaperAsync("2605.22002");
        using var ada = await site.SignInAsync("adawrites");
        var shown = await site.SayAsync(ada, "2605.22002", "something *clever*");
        await ada.PostAsync($"/comments/{await site.SayAsync(ada, "2605.22002", "something rash")}/delete");

        var page = await site.Client.ReadAsync("/people/adawrites");

        Assert.Contains("something <em>clever</em>", page);
        Assert.Equal($"/comments/{shown}", Html.Link(page, "On On the matter of 2605.22002"));
        Assert.DoesNotContain("rash", page);
    }

    [Fact]
    public async Task Who_talks_counts_once_in_the_order_of_the_day_and_no_more_when_they_take_it_back()
    {
        await SomeListing.StoreAsync(site.Database, SomeRankedDay.Tuesday, "2605.22003");
        using var ada = await site.SignInAsync("adacounts");
        using var bob = await site.SignInAsync("bobcounts");
        foreach (var words in (string[])["one", "two"]) await site.SayAsync(ada, "2605.22003", words);
        var taken = await site.SayAsync(bob, "2605.22003", "three");
        var ranking = site.Services.GetRequiredService<DayRanking>();

        await ranking.RankAsync(site.Clock.Now, Cancel);
        Assert.Equal(2, await site.Database.ScalarAsync<int>("SELECT commenters FROM ranked_papers WHERE arxiv_id = '2605.22003'"));

        site.Clock.Now += TimeSpan.FromMinutes(1);
        await bob.PostAsync($"/comments/{taken}/delete");
        Assert.True(await site.Database.ScalarAsync<bool>("SELECT changed_at > ranked_at FROM listing_days WHERE date = '2026-05-12'"));
        await ranking.RankAsync(site.Clock.Now, Cancel);
        Assert.Equal(1, await site.Database.ScalarAsync<int>("SELECT commenters FROM ranked_papers WHERE arxiv_id = '2605.22003'"));
        await Eventually.Async(
            async () => (await ada.ReadAsync("/papers/date/2026-05-12")).Contains("2 comments here", StringComparison.Ordinal), "the card counts two comments");
    }
}
