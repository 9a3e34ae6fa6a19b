using System.Net;
using PaperDigest.Community;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class CommentChangesTests(RunningSite site) : IClassFixture<RunningSite>
{
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
}
