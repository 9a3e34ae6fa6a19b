using System.Net;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Accounts;
using PaperDigest.Community;
using PaperDigest.Hosting.Jobs;
using PaperDigest.Submissions;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class NoticeTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_answered_or_mentioned_is_told_once_and_whoever_speaks_to_themselves_is_not()
    {
        await site.AddPaperAsync("2605.23001");
        using var ada = await site.SignInAsync("ada");
        using var bob = await site.SignInAsync("bob");
        using var eve = await site.SignInAsync("eve");
        var first = await site.SayAsync(ada, "2605.23001", "@ada and `@eve` think so");
        await site.SayAsync(bob, "2605.23001", "@ada @Eve @nobody do you?", first);
        await site.SayAsync(ada, "2605.23001", "I do", first);

        Assert.Equal(["reply"], await KindsAsync("ada"));
        Assert.Equal(["mention"], await KindsAsync("eve"));
        Assert.Empty(await KindsAsync("bob"));
        var page = await eve.ReadAsync("/notifications");
        Assert.Contains("bob mentioned you in a comment on On the matter of 2605.23001", Html.Text(page));
        Assert.Contains("aria-label=\"Notifications, 1 unread\"", page);
        Assert.DoesNotContain("class=\"bell\"", await site.Client.ReadAsync("/papers/2605.23001"));
    }

    [Fact]
    public async Task Who_saved_a_paper_is_told_of_the_talk_about_it_once_until_they_look()
    {
        await site.AddPaperAsync("2605.23002");
        using var ada = await site.SignInAsync("ada2");
        using var bob = await site.SignInAsync("bob2");
        await site.Database.ExecuteAsync("INSERT INTO saved_papers (reader_id, arxiv_id, saved_at, tags) SELECT id, '2605.23002', now(), '{}' FROM accounts WHERE public_name = 'bob2'");
        foreach (var words in (string[])["one", "two"]) await site.SayAsync(ada, "2605.23002", words);
        Assert.Equal(["comment"], await KindsAsync("bob2"));

        await bob.PostAsync("/notifications/read");
        await site.SayAsync(ada, "2605.23002", "three");

        Assert.Equal(["comment", "comment"], await KindsAsync("bob2"));
        Assert.Contains("aria-label=\"Notifications, 1 unread\"", await bob.ReadAsync("/papers/2605.23002"));
    }

    [Fact]
    public async Task Opening_a_notice_leads_to_the_comment_and_marks_it_as_read_for_its_person_only()
    {
        await site.AddPaperAsync("2605.23003");
        using var ada = await site.SignInAsync("ada3");
        using var bob = await site.SignInAsync("bob3");
        var comment = await site.SayAsync(ada, "2605.23003", "hello @bob3");
        var notice = await site.Database.ScalarAsync<Guid>("SELECT n.id FROM notices n JOIN accounts a ON a.id = n.account_id WHERE a.public_name = 'bob3'");

        await ada.ReadAsync($"/notifications/{notice:N}", HttpStatusCode.NotFound);
        using var nobody = await site.Client.GetAsync($"/notifications/{notice:N}", Cancel);
        Assert.StartsWith("/signin", nobody.Headers.Location!.PathAndQuery);
        Assert.Contains("1 unread", await bob.ReadAsync("/notifications"));
        using var opened = await bob.GetAsync($"/notifications/{notice:N}", Cancel);

        Assert.Equal($"/comments/{comment}", opened.Headers.Location!.OriginalString);
        Assert.DoesNotContain("unread", await bob.ReadAsync("/notifications"));
    }

    [Fact]
    public async Task Author_and_reporters_are_told_what_the_curators_did()
    {
        await site.AddPaperAsync("2605.23004");
        using var ada = await site.SignInAsync("ada4");
        using var bob = await site.SignInAsync("bob4");
        using var curator = await site.SignInAsync("curator4", AccountRole.Curator);
        var id = await site.SayAsync(ada, "2605.23004", "A rude word");
        await bob.PostAsync($"/comments/{id}/report", ("reason", "Rude"));

        await curator.PostAsync($"/admin/comments/{id}", ("act", "hide"), ("reason", "Be kind, please"));

        var told = Html.Text(await ada.ReadAsync("/notifications"));
        Assert.Contains("A curator hid your comment on On the matter of 2605.23004", told);
        Assert.Contains("Be kind, please", told);
        Assert.Contains("It was hidden.", await bob.ReadAsync("/notifications"));
    }

    [Fact]
    public async Task A_comment_that_is_sent_twice_tells_once()
    {
        await site.AddPaperAsync("2605.23005");
        using var ada = await site.SignInAsync("ada5");
        using var bob = await site.SignInAsync("bob5");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ada.PostAsync("/comments", ("paper", "2605.23005"), ("body", "@bob5"), ("key", "k"))));

        Assert.Equal(["mention"], await KindsAsync("bob5"));
    }

    [Fact]
    public async Task Other_parts_of_the_program_can_tell_in_their_transaction()
    {
        using var ada = await site.SignInAsync("ada6");
        var account = await site.Database.ScalarAsync<Guid>("SELECT id FROM accounts WHERE public_name = 'ada6'");
        await using var connection = await site.Database.Source.OpenConnectionAsync(Cancel);
        foreach (var commits in (bool[])[false, true])
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancel);
            var notice = new Notice { Id = Guid.NewGuid(), AccountId = account, Kind = NoticeKind.ClaimDecided, Words = "It was confirmed.", CreatedAt = site.Clock.Now };
            await NoticeBox.TellAsync(connection, notice, Cancel);
            if (commits) await transaction.CommitAsync(Cancel);
        }
        Assert.Equal(["claim_decided"], await KindsAsync("ada6"));
        Assert.Contains("It was confirmed.", await ada.ReadAsync("/notifications"));
    }

    [Fact]
    public async Task Whose_paper_it_is_is_told_of_the_talk_and_their_own_words_say_so()
    {
        await site.AddPaperAsync("2605.23008");
        using var ada = await site.SignInAsync("ada8");
        using var bob = await site.SignInAsync("bob8");
        using var curator = await site.SignInAsync("curator8", AccountRole.Curator);
        async Task<Guid> IdAsync(string name) => await site.Database.ScalarAsync<Guid>($"SELECT id FROM accounts WHERE public_name = '{name}'");
        await site.Database.ExecuteAsync($"INSERT INTO submissions (arxiv_id, account_id, submitted_at, state) VALUES ('2605.23008', '{await IdAsync("bob8")}', now(), 'accepted')");
        var claims = site.Services.GetRequiredService<ClaimDesk>();
        var claim = new AuthorClaim { ArxivId = "2605.23008", AccountId = await IdAsync("ada8"), Author = "Ada Lovelace", ClaimedAt = site.Clock.Now };
        Assert.True(await claims.ClaimAsync(claim, Cancel));
        (claim.State, claim.DecidedAt, claim.DecidedBy) = (Verdict.Accepted, site.Clock.Now, await IdAsync("curator8"));

        Assert.True(await claims.DecideAsync(claim, Cancel));
        Assert.False(await claims.DecideAsync(claim, Cancel));
        Assert.Equal(["claim_decided"], await KindsAsync("ada8"));
        Assert.Contains("It was accepted.", await ada.ReadAsync("/notifications"));
        await ada.PostAsync("/notifications/read");

        await site.SayAsync(bob, "2605.23008", "What of this?");
        await site.SayAsync(ada, "2605.23008", "I wrote it.");
        Assert.Equal(["claim_decided", "comment"], await KindsAsync("ada8"));
        Assert.Equal(["comment"], await KindsAsync("bob8"));
        var page = await site.Client.ReadAsync("/papers/2605.23008/comments");
        Assert.Contains("author of the paper", page);
        Assert.Contains("submitter", page);
    }

    [Fact]
    public async Task Old_notices_are_tidied_away()
    {
        await site.AddPaperAsync("2605.23007");
        using var ada = await site.SignInAsync("ada7");
        using var bob = await site.SignInAsync("bob7");
        await site.SayAsync(ada, "2605.23007", "@bob7");
        await bob.PostAsync("/notifications/read");
        await site.SayAsync(ada, "2605.23007", "@bob7 again");
        var tidy = site.Services.GetRequiredService<TidyJob>();

        await tidy.RunAsync(site.Clock.Now.AddDays(31), Cancel);
        Assert.Single(await KindsAsync("bob7"));
        await tidy.RunAsync(site.Clock.Now.AddDays(181), Cancel);
        Assert.Empty(await KindsAsync("bob7"));
    }

    private async Task<IReadOnlyList<string>> KindsAsync(string name)
    {
        var kinds = await site.Database.ScalarAsync<string>(
            $"SELECT coalesce(string_agg(n.kind, ' ' ORDER BY n.created_at), '') FROM notices n JOIN accounts a ON a.id = n.account_id WHERE a.public_name = '{name}'");
        return kinds.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
