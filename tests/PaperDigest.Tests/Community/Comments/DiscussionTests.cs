using System.Net;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class DiscussionTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_comment_shows_on_the_papers_page_with_its_number_for_everybody()
    {
        await site.AddPaperAsync("2605.20001");
        using var ada = await site.SignInAsync("ada");

        var id = await site.SayAsync(ada, "2605.20001", "It *holds*.");

        var page = await site.Client.ReadAsync("/papers/2605.20001");
        Assert.Contains($"id=\"c{id}\"", page);
        Assert.Contains("It <em>holds</em>.", page);
        Assert.Contains("href=\"/people/ada\"", page);
        Assert.Contains("<b>1</b>", page);
        Assert.Equal(1, await site.CommentCountAsync("2605.20001"));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_posts_once_and_one_that_is_filled_anew_posts_again()
    {
        await site.AddPaperAsync("2605.20002");
        using var ada = await site.SignInAsync("ada2");

        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ada.PostAsync("/comments", ("paper", "2605.20002"), ("body", "once"), ("key", "k"))));
        var other = await ada.PostAsync("/comments", ("paper", "2605.20002"), ("body", "something else"), ("key", "k"));

        Assert.Single(ids.Distinct());
        Assert.DoesNotContain(other, ids);
        Assert.Equal(2, await site.CommentCountAsync("2605.20002"));
    }

    [Fact]
    public async Task What_cannot_be_posted_comes_back_with_its_text_and_the_reason()
    {
        await site.AddPaperAsync("2605.20003");
        using var ada = await site.SignInAsync("ada3");
        var nested = string.Concat(Enumerable.Repeat("> ", 100)) + "kept";
        foreach (var (body, reason) in ((string, string)[])[("", "The comment is empty."), ("   \r\n", "The comment is empty."), (nested, "nested")])
        {
            using var answer = await ada.SendFormAsync("/comments", ("paper", "2605.20003"), ("body", body));

            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Contains(reason, page);
            Assert.Contains(WebUtility.HtmlEncode(body.Trim()), page);
        }
        Assert.Equal(0, await site.CommentCountAsync("2605.20003"));
    }

    [Fact]
    public async Task Who_was_signed_out_meanwhile_or_has_no_name_gets_the_text_back()
    {
        await site.AddPaperAsync("2605.20004");
        using var nameless = await SignedIn.AsAsync(site, AccountRole.Reader);

        foreach (var (browser, words) in ((HttpClient, string)[])[(site.Client, "not signed in any more"), (nameless, "public name")])
        {
            using var answer = await browser.SendFormAsync("/comments", ("paper", "2605.20004"), ("body", "a long thought"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(Cancel);
            Assert.Contains(words, page);
            Assert.Contains("a long thought", page);
        }
        Assert.Equal(0, await site.CommentCountAsync("2605.20004"));
    }

    [Fact]
    public async Task A_preview_shows_what_it_would_look_like_and_posts_nothing()
    {
        await site.AddPaperAsync("2605.20005");
        using var ada = await site.SignInAsync("ada5");

        using var answer = await ada.SendFormAsync("/comments", ("paper", "2605.20005"), ("body", "so **bold**"), ("act", "preview"), ("key", "k5"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("so <strong>bold</strong>", page);
        Assert.Equal("k5", Html.Field(page, "key"));
        Assert.Equal(0, await site.CommentCountAsync("2605.20005"));
    }

    [Fact]
    public async Task Answers_stand_under_what_they_answer_two_steps_deep_at_most()
    {
        await site.AddPaperAsync("2605.20006");
        using var ada = await site.SignInAsync("ada6");
        var first = await site.SayAsync(ada, "2605.20006", "first");
        var answer = await site.SayAsync(ada, "2605.20006", "answer", first);
        var later = await site.SayAsync(ada, "2605.20006", "another answer", first);
        var deep = await site.SayAsync(ada, "2605.20006", "deep", answer);
        var deeper = await site.SayAsync(ada, "2605.20006", "deeper", deep);
        var second = await site.SayAsync(ada, "2605.20006", "second thread");

        var page = await site.Client.ReadAsync("/papers/2605.20006");

        Assert.Equal(
            [(second, 0), (first, 0), (answer, 1), (deep, 2), (deeper, 2), (later, 1)], Talkers.Comments(page));
    }

    [Fact]
    public async Task What_began_a_thread_stands_first_even_where_clocks_say_otherwise()
    {
        await site.AddPaperAsync("2605.20019");
        using var ada = await site.SignInAsync("ada19");
        var first = await site.SayAsync(ada, "2605.20019", "first");
        site.Clock.Now -= TimeSpan.FromSeconds(5);
        var answer = await site.SayAsync(ada, "2605.20019", "answer", first);

        Assert.Equal([(first, 0), (answer, 1)], Talkers.Comments(await ada.ReadAsync("/papers/2605.20019")));
        Assert.Equal([(first, 0), (answer, 1)], Talkers.Comments(await ada.ReadAsync($"/papers/2605.20019/comments?thread={first}")));
    }

    [Fact]
    public async Task A_comment_can_be_answered_only_on_its_own_paper_and_while_it_is_there()
    {
        await site.AddPaperAsync("2605.20007");
        await site.AddPaperAsync("2605.20008");
        using var ada = await site.SignInAsync("ada7");
        var first = await site.SayAsync(ada, "2605.20007", "first");

        using var elsewhere = await ada.SendFormAsync("/comments", ("paper", "2605.20008"), ("parent", first), ("body", "lost"));
        await ada.PostAsync($"/comments/{first}/delete");
        using var late = await ada.SendFormAsync("/comments", ("paper", "2605.20007"), ("parent", first), ("body", "late"));
        using var nowhere = await ada.SendFormAsync("/comments", ("paper", "2605.99999"), ("body", "lost"));

        Assert.All([elsewhere, late, nowhere], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.Equal(0, await site.CommentCountAsync("2605.20007") + await site.CommentCountAsync("2605.20008"));
    }

    [Fact]
    public async Task Threads_are_newest_first_or_by_reactions()
    {
        await site.AddPaperAsync("2605.20013");
        using var ada = await site.SignInAsync("ada13");
        var liked = await site.SayAsync(ada, "2605.20013", "liked");
        var newer = await site.SayAsync(ada, "2605.20013", "newer");
        await ada.PostAsync($"/comments/{liked}/react", ("react", "thanks"));

        Assert.Equal([(newer, 0), (liked, 0)], Talkers.Comments(await site.Client.ReadAsync("/papers/2605.20013/comments")));
        Assert.Equal([(liked, 0), (newer, 0)], Talkers.Comments(await site.Client.ReadAsync("/papers/2605.20013/comments?sort=liked")));
    }

    [Fact]
    public async Task A_long_discussion_has_pages_and_a_long_thread_a_page_of_its_own_to_which_every_permalink_leads()
    {
        await site.AddPaperAsync("2605.20014");
        using var ada = await site.SignInAsync("ada14");
        var root = await site.SayAsync(ada, "2605.20014", "root");
        await site.Database.ExecuteAsync(
            $"""
            INSERT INTO comments (id, arxiv_id, account_id, thread_id, parent_id, body, mentions, state, version, created_at, reply_count, reaction_count, reaction_counts, post_key)
            SELECT format('ffffffff-0000-7000-8000-%s', lpad(n::text, 12, '0'))::uuid, arxiv_id, account_id, thread_id, id, 'answer ' || n, mentions, state, 1, created_at, 0, 0, reaction_counts, gen_random_uuid()
            FROM comments, generate_series(1, 130) n WHERE id = '{root}';
            UPDATE comments SET reply_count = 130 WHERE id = '{root}';
            INSERT INTO comments (id, arxiv_id, account_id, thread_id, body, mentions, state, version, created_at, reply_count, reaction_count, reaction_counts, post_key)
            SELECT i, arxiv_id, account_id, i, 'thread ' || n, mentions, state, 1, created_at, 0, 0, reaction_counts, gen_random_uuid()
            FROM comments, generate_series(1, 60) n, LATERAL (SELECT format('00000000-0000-7000-8000-%s', lpad(n::text, 12, '0'))::uuid AS i) x WHERE id = '{root}';
            UPDATE papers SET comment_count = 191 WHERE arxiv_id = '2605.20014'
            """);

        var page = await site.Client.ReadAsync("/papers/2605.20014");
        Assert.Equal(DiscussionPlace.ThreadsOnPage + DiscussionPlace.RepliesInList, Talkers.Comments(page).Count);
        Assert.Contains("Show all 130 answers", page);
        Assert.Equal(11, Talkers.Comments(await site.Client.ReadAsync(Html.Link(page, "More comments")!)).Count);
        Assert.Equal(101, Talkers.Comments(await site.Client.ReadAsync($"/papers/2605.20014/comments?thread={root}")).Count);
        Assert.Equal(31, Talkers.Comments(await site.Client.ReadAsync($"/papers/2605.20014/comments?thread={root}&page=2")).Count);

        using var permalink = await site.Client.GetAsync("/comments/ffffffff00007000800000000000" + "0120", Cancel);
        Assert.Equal($"/papers/2605.20014/comments?thread={root}&page=2#cffffffff000070008000000000000120", permalink.Headers.Location!.OriginalString);
        await site.Client.ReadAsync("/papers/2605.20014/comments?page=0", HttpStatusCode.NotFound);
        await site.Client.ReadAsync("/papers/2605.20014/comments?thread=x", HttpStatusCode.NotFound);
        await site.Client.ReadAsync($"/comments/{Guid.NewGuid():N}", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_account_can_post_ten_comments_in_ten_minutes_and_is_told_so()
    {
        await site.AddPaperAsync("2605.20015");
        using var ada = await site.SignInAsync("ada15");
        for (var n = 0; n < Discussion.MostInTenMinutes; n++) await site.SayAsync(ada, "2605.20015", $"number {n}");

        using var answer = await ada.SendFormAsync("/comments", ("paper", "2605.20015"), ("body", "one too many"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("one too many", await answer.Content.ReadAsStringAsync(Cancel));

        site.Clock.Now += TimeSpan.FromMinutes(11);
        await site.SayAsync(ada, "2605.20015", "one too many");
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused()
    {
        await site.AddPaperAsync("2605.20016");
        using var ada = await site.SignInAsync("ada16");
        ada.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        ada.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        using var answer = await ada.SendFormAsync("/comments", ("paper", "2605.20016"), ("body", "not mine"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, await site.CommentCountAsync("2605.20016"));
    }

    [Fact]
    public async Task Papers_with_an_old_id_are_talked_about_too_and_the_longest_comment_of_any_script_arrives_whole()
    {
        await site.AddPaperAsync("hep-th/9902002");
        using var ada = await site.SignInAsync("ada17");

        var id = await site.SayAsync(ada, "hep-th/9902002", new string('漢', CommentText.Longest));

        Assert.Equal(CommentText.Longest, await site.Database.ScalarAsync<int>($"SELECT length(body) FROM comments WHERE id = '{id}'"));
        Assert.Contains("Read the whole comment", await site.Client.ReadAsync("/papers/hep-th/9902002/comments"));
        Assert.Contains(new string('漢', CommentText.Longest), await site.Client.ReadAsync($"/comments/{id}/versions"));
    }

    [Fact]
    public async Task Signed_out_readers_are_told_kindly_how_to_take_part()
    {
        await site.AddPaperAsync("2605.20018");
        var page = await site.Client.ReadAsync("/papers/2605.20018");
        Assert.Contains("Nobody has said anything about this paper here.", Html.Text(page));
        Assert.Contains("href=\"/signin?return=%2Fpapers%2F2605.20018%23comments\"", page);
        Assert.DoesNotContain("<textarea", page);
    }
}
