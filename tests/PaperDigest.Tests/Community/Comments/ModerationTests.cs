using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class ModerationTests(RunningSite site) : IClassFixture<RunningSite>
{
    [Fact]
    public async Task A_reported_comment_waits_for_the_curators_once_however_many_report_it()
    {
        await site.AddPaperAsync("2605.21001");
        using var ada = await site.SignInAsync("ada");
        using var bob = await site.SignInAsync("bob");
        using var eve = await site.SignInAsync("eve");
        using var curator = await site.SignInAsync("curator", AccountRole.Curator);
        var id = await site.SayAsync(ada, "2605.21001", "Buy my watches");

        foreach (var reason in (string[])["Spam of the day", "Spam again"]) await bob.PostAsync($"/comments/{id}/report", ("reason", reason));
        await eve.PostAsync($"/comments/{id}/report", ("reason", "Not about the paper"));
        await ada.PostAsync($"/comments/{id}/report", ("reason", "My own"));

        var queue = await curator.ReadAsync("/admin/reports");
        Assert.Equal(1, Count(queue, "Buy my watches"));
        Assert.Contains("Reported by 2 people", queue);
        Assert.Contains("Spam of the day", queue);
        Assert.Contains("Not about the paper", queue);
        Assert.DoesNotContain("Spam again", queue);
        Assert.DoesNotContain("My own", queue);
    }

    [Fact]
    public async Task A_hidden_comment_leaves_its_place_with_the_reason_while_it_is_answered_and_comes_back_when_restored()
    {
        await site.AddPaperAsync("2605.21002");
        using var ada = await site.SignInAsync("ada2");
        using var bob = await site.SignInAsync("bob2");
        using var curator = await site.SignInAsync("curator2", AccountRole.Curator);
        var id = await site.SayAsync(ada, "2605.21002", "An insult");
        await site.SayAsync(bob, "2605.21002", "That is not kind", id);
        await bob.PostAsync($"/comments/{id}/report", ("reason", "An insult to the authors"));

        using var reasonless = await curator.SendFormAsync($"/admin/comments/{id}", ("act", "hide"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, reasonless.StatusCode);
        await curator.PostAsync($"/admin/comments/{id}", ("act", "hide"), ("reason", "Insults"));
        await curator.PostAsync($"/admin/comments/{id}", ("act", "hide"), ("reason", "Insults twice"));

        var page = await site.Client.ReadAsync("/papers/2605.21002");
        Assert.Contains("Hidden by a curator: Insults", page);
        Assert.Contains("That is not kind", page);
        Assert.DoesNotContain("An insult", page);
        Assert.Equal(1, await site.CommentCountAsync("2605.21002"));
        await site.Client.ReadAsync($"/comments/{id}/versions", HttpStatusCode.NotFound);
        using var edit = await ada.SendFormAsync($"/comments/{id}/edit", ("body", "An insult again"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, edit.StatusCode);

        var queue = await curator.ReadAsync("/admin/reports");
        Assert.DoesNotContain("An insult to the authors", queue);
        Assert.Contains("curator2", queue);
        Assert.Contains("aria-label=\"Restore the comment by ada2 on 2605.21002\"", queue);

        await curator.PostAsync($"/admin/comments/{id}", ("act", "restore"));
        Assert.Contains("An insult", await bob.ReadAsync("/papers/2605.21002"));
        Assert.Equal(2, await site.CommentCountAsync("2605.21002"));
        Assert.Equal(2, await site.Database.ScalarAsync<long>($"SELECT count(*) FROM curator_acts a JOIN accounts w ON w.id = a.account_id WHERE a.comment_id = '{id}' AND w.public_name = 'curator2'"));
    }

    [Fact]
    public async Task Reports_that_are_dismissed_leave_the_comment_as_it_is()
    {
        await site.AddPaperAsync("2605.21003");
        using var ada = await site.SignInAsync("ada3");
        using var bob = await site.SignInAsync("bob3");
        using var curator = await site.SignInAsync("curator3", AccountRole.Curator);
        var id = await site.SayAsync(ada, "2605.21003", "A blunt word");
        await bob.PostAsync($"/comments/{id}/report", ("reason", "Too blunt for me"));

        await curator.PostAsync($"/admin/comments/{id}", ("act", "dismiss"));

        Assert.DoesNotContain("Too blunt for me", await curator.ReadAsync("/admin/reports"));
        Assert.Contains("A blunt word", await site.Client.ReadAsync("/papers/2605.21003"));
        Assert.Equal(1, await site.CommentCountAsync("2605.21003"));
    }

    [Fact]
    public async Task Its_author_may_still_delete_a_hidden_comment_and_it_is_counted_down_once()
    {
        await site.AddPaperAsync("2605.21004");
        using var ada = await site.SignInAsync("ada4");
        using var curator = await site.SignInAsync("curator4", AccountRole.Curator);
        var id = await site.SayAsync(ada, "2605.21004", "A word");
        await curator.PostAsync($"/admin/comments/{id}", ("act", "hide"), ("reason", "No"));

        await ada.PostAsync($"/comments/{id}/delete");
        await curator.PostAsync($"/admin/comments/{id}", ("act", "restore"));

        Assert.Equal(0, await site.CommentCountAsync("2605.21004"));
        Assert.Equal("deleted ", await site.Database.ScalarAsync<string>($"SELECT state || ' ' || body FROM comments WHERE id = '{id}'"));
    }

    [Fact]
    public async Task Only_curators_see_and_answer_reports()
    {
        await site.AddPaperAsync("2605.21005");
        using var ada = await site.SignInAsync("ada5");
        var id = await site.SayAsync(ada, "2605.21005", "A word");

        using var page = await ada.GetAsync("/admin/reports", TestContext.Current.CancellationToken);
        using var act = await ada.SendFormAsync($"/admin/comments/{id}", ("act", "hide"), ("reason", "No"));
        using var nobody = await site.Client.SendFormAsync($"/admin/comments/{id}", ("act", "hide"), ("reason", "No"));

        Assert.All([page, act, nobody], a => Assert.StartsWith("/signin", a.Headers.Location!.PathAndQuery));
        Assert.Equal(1, await site.CommentCountAsync("2605.21005"));
    }

    private static int Count(string page, string text) => page.Split(text).Length - 1;
}
