using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Digests;
using PaperDigest.Mail;
using PaperDigest.Tests.Mail;
using PaperDigest.Tests.Smtp;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Digests;

public sealed partial class SubscribingTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_subscribes_confirms_and_is_due_at_the_next_local_hour()
    {
        var sent = await AskAsync("berlin@example.org", ("hour", "7"), ("time_zone", "Europe/Berlin"), ("topics", "cs.cl"), ("topics", "stat.ML"));
        Assert.Equal((HttpStatusCode.SeeOther, "/subscribe/sent"), (sent.StatusCode, sent.Headers.Location?.OriginalString));
        Assert.Equal(HttpStatusCode.OK, (await GetAsync("/subscribe/sent")).StatusCode);

        var link = await LinkMailedAsync("berlin@example.org", "/confirm/");
        Assert.Contains("Yes, send it to me", await TextAsync(link), StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Pending, (await FindAsync("berlin@example.org")).State);

        await PostAsync(link);
        await PostAsync(link);
        var subscription = await FindAsync("berlin@example.org");
        Assert.Equal(SubscriptionState.Confirmed, subscription.State);
        Assert.Equal(["cs.CL", "stat.ML"], subscription.Topics);
        Assert.Equal(DigestSchedule.NextDue(TimeZoneName.Of("Europe/Berlin"), 7, site.Clock.Now), subscription.NextDueAt);
        Assert.Contains("You are subscribed", await TextAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_known_and_unknown_addresses()
    {
        await SubscribeAsync("known@example.org");
        var known = await AskAsync("known@example.org");
        var unknown = await AskAsync("unknown@example.org");
        Assert.Equal(Visible(unknown), Visible(known));

        static string Visible(HttpResponseMessage answer) =>
            $"{answer.StatusCode} {answer.Headers.Location} {string.Join(' ', answer.Headers.Select(h => h.Key).Where(k => k != "Date"))}";
    }

    [Fact]
    public async Task An_address_gets_one_mail_an_hour_whatever_the_form_does()
    {
        var asked = Enumerable.Range(0, 6).Select(i => AskAsync(i % 2 == 0 ? "often@example.org" : "OFTEN@example.org", ("hour", $"{i}")));
        await Task.WhenAll(asked);
        Assert.Single(await MailsAsync("often@example.org"));

        site.Clock.Now += TimeSpan.FromMinutes(61);
        await AskAsync("often@example.org");
        await AskAsync("often@example.org");
        Assert.Equal(2, (await MailsAsync("often@example.org")).Count);
    }

    [Fact]
    public async Task A_subscriber_who_asks_again_is_told_so_once_an_hour_and_nothing_changes()
    {
        var manage = await SubscribeAsync("again@example.org", ("hour", "9"));
        await AskAsync("again@example.org", ("hour", "21"));
        Assert.Single(await MailsAsync("again@example.org"));

        site.Clock.Now += TimeSpan.FromMinutes(61);
        await AskAsync("again@example.org", ("hour", "21"));
        await AskAsync("again@example.org", ("hour", "21"));
        Assert.Equal(2, (await MailsAsync("again@example.org")).Count);
        Assert.Equal(manage, await LinkMailedAsync("again@example.org", "/subscription/"));
        Assert.Equal((9, SubscriptionState.Confirmed), ((await FindAsync("again@example.org")).Hour, (await FindAsync("again@example.org")).State));
    }

    [Fact]
    public async Task A_wrong_field_is_explained_and_the_form_kept()
    {
        var answer = await AskAsync("wrong@example.org", ("hour", "24"), ("topics", "<script>"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("between 0 and 23", page, StringComparison.Ordinal);
        Assert.Contains("value=\"wrong@example.org\"", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<h1>"));
        Assert.Empty(await MailsAsync("wrong@example.org"));
    }

    [Fact]
    public async Task A_link_past_its_seven_days_says_so_and_confirms_nothing()
    {
        await AskAsync("late@example.org");
        var link = await LinkMailedAsync("late@example.org", "/confirm/");
        site.Clock.Now += SubscriptionLinks.ConfirmationLife;
        await PostAsync(link);
        var page = await GetAsync(link);
        Assert.Equal(HttpStatusCode.Gone, page.StatusCode);
        Assert.Contains("has expired", await page.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Pending, (await FindAsync("late@example.org")).State);
    }

    [Theory]
    [InlineData("List-Unsubscribe=One-Click", "application/x-www-form-urlencoded")]
    [InlineData("--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n", "multipart/form-data; boundary=b")]
    [InlineData("", "application/x-www-form-urlencoded")]
    public async Task One_click_ends_it_at_once_from_anywhere(string body, string type)
    {
        var address = $"leaves{body.Length}@example.org";
        var id = (await SubscribedAsync(address)).Id;
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = site.Client.BaseAddress };
        for (var time = 0; time < 2; time++)
        {
            using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            using var request = new HttpRequestMessage(HttpMethod.Post, UnsubscribePath(id)) { Content = content };
            request.Headers.Add("Origin", "https://mail.example.com");
            request.Headers.Add("Sec-Fetch-Site", "cross-site");
            using var answer = await client.SendAsync(request, Token);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("You are unsubscribed", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        }
        Assert.Equal(SubscriptionState.Ended, (await FindAsync(address)).State);
    }

    [Fact]
    public async Task Opening_the_unsubscribe_link_ends_nothing()
    {
        var subscription = await SubscribedAsync("scanned@example.org");
        Assert.Contains("Leave the daily digest?", await TextAsync(UnsubscribePath(subscription.Id)), StringComparison.Ordinal);
        Assert.Equal(SubscriptionState.Confirmed, (await FindAsync("scanned@example.org")).State);
    }

    [Fact]
    public async Task Leaving_withdraws_what_is_queued_or_claimed_and_nothing_else()
    {
        var subscription = await SubscribedAsync("withdraws@example.org");
        Guid[] mails = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];
        var states = new[] { "queued", "leased", "handing_over", "sent" };
        for (var i = 0; i < mails.Length; i++)
        {
            await QueuedMail.StoreAsync(site.Database, mails[i], states[i]);
            await site.Database.ExecuteAsync(
                $"""
                INSERT INTO deliveries (id, subscription_id, cadence, period_key, mail_id, created_at)
                VALUES ('{mails[i]}', '{subscription.Id}', 'daily', 'p{i}', '{mails[i]}', now())
                """);
        }
        await PostAsync(UnsubscribePath(subscription.Id));
        Assert.Equal(["suppressed", "suppressed", "handing_over", "sent"], await Task.WhenAll(mails.Select(id => QueuedMail.StateAsync(site.Database, id))));
    }

    [Fact]
    public async Task Who_left_by_mistake_is_back_with_one_click()
    {
        var subscription = await SubscribedAsync("back@example.org");
        await PostAsync(UnsubscribePath(subscription.Id));
        await PostAsync(ManagePath(subscription.Id), ("act", "return"));
        Assert.Equal(SubscriptionState.Confirmed, (await FindAsync("back@example.org")).State);
        Assert.NotNull((await FindAsync("back@example.org")).NextDueAt);
    }

    [Fact]
    public async Task Hour_zone_and_topics_are_changed_on_the_page_and_move_the_next_digest()
    {
        var subscription = await SubscribedAsync("changes@example.org");
        var answer = await PostAsync(ManagePath(subscription.Id), ("hour", "20"), ("time_zone", "America/New_York"), ("topics", "cs.CV"));
        Assert.EndsWith("?saved=1", answer.Headers.Location?.OriginalString, StringComparison.Ordinal);
        var changed = await FindAsync("changes@example.org");
        Assert.Equal((20, "America/New_York"), (changed.Hour, changed.TimeZone));
        Assert.Equal(["cs.CV"], changed.Topics);
        Assert.Equal(DigestSchedule.NextDue(TimeZoneName.Of("America/New_York"), 20, site.Clock.Now), changed.NextDueAt);

        await PostAsync(ManagePath(subscription.Id), ("hour", "9"));
        Assert.Equal(20, (await FindAsync("changes@example.org")).Hour);

        var refused = await PostAsync(ManagePath(subscription.Id), ("hour", "99"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(20, (await FindAsync("changes@example.org")).Hour);
    }

    [Theory]
    [InlineData("/confirm/")]
    [InlineData("/subscription/")]
    [InlineData("/unsubscribe/")]
    public async Task Pages_behind_a_token_stay_secret_and_a_wrong_token_opens_none(string path)
    {
        var page = await GetAsync(path + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        Assert.Contains("This link does not work", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("noindex", page.Headers.GetValues("X-Robots-Tag").Single());
        Assert.True(page.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_form_on_another_site_cannot_subscribe_anybody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/subscribe") { Content = new FormUrlEncodedContent([new("email", "victim@example.org")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var client = new HttpClient { BaseAddress = site.Client.BaseAddress };
        Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request, Token)).StatusCode);
        Assert.Empty(await MailsAsync("victim@example.org"));
    }

    [Fact]
    public async Task The_mail_to_confirm_says_what_was_asked_in_both_its_parts()
    {
        await AskAsync("parts@example.org", ("hour", "6"), ("time_zone", "Asia/Tokyo"));
        var mail = MimeReader.Read((await MailsAsync("parts@example.org")).Single().Content);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.DoesNotContain(mail.Headers, h => h.Key.StartsWith("List-", StringComparison.Ordinal));
        Assert.All(mail.Parts, part => Assert.Contains("every day at 06:00 (Asia/Tokyo)", part.Text, StringComparison.Ordinal));
    }

    private Task<HttpResponseMessage> AskAsync(string address, params (string Name, string Value)[] fields) =>
        PostAsync("/subscribe", fields.Any(f => f.Name == "email") ? fields : [("email", address), .. fields]);

    /// <summary>Subscribes and confirms over HTTP; returns the path of the page on which the subscription is changed.</summary>
    private async Task<string> SubscribeAsync(string address, params (string Name, string Value)[] fields)
    {
        await AskAsync(address, fields);
        await PostAsync(await LinkMailedAsync(address, "/confirm/"));
        return ManagePath((await FindAsync(address)).Id);
    }

    /// <summary>A confirmed subscription, without the forms.</summary>
    private async Task<Subscription> SubscribedAsync(string address)
    {
        var subscription = Subscription.Of(address, new(Cadence.Daily, 7, "UTC", []), site.Clock.Now);
        subscription.Confirm(site.Clock.Now);
        await using var db = site.Database.Open();
        db.Add(subscription);
        await db.SaveChangesAsync(Token);
        return subscription;
    }

    private string ManagePath(Guid id) => "/subscription/" + site.Services.GetRequiredService<SubscriptionTokens>().Manage(id);

    private string UnsubscribePath(Guid id) => "/unsubscribe/" + site.Services.GetRequiredService<SubscriptionTokens>().Unsubscribe(id);

    private Task<HttpResponseMessage> GetAsync(string path) => site.Client.GetAsync(path, Token);

    private async Task<string> TextAsync(string path) => WebUtility.HtmlDecode(await site.Client.GetStringAsync(path, Token));

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await site.Client.PostAsync(path, content, Token);
    }

    private async Task<string> LinkMailedAsync(string address, string path)
    {
        var newest = (await MailsAsync(address))[^1];
        var text = MimeReader.Read(newest.Content).Parts[0].Text;
        return Links().Matches(text).Select(m => m.Value).Single(l => l.StartsWith(path, StringComparison.Ordinal));
    }

    private async Task<List<OutgoingMail>> MailsAsync(string address)
    {
        await using var db = site.Database.Open();
        return await db.OutgoingMails.AsNoTracking().Where(m => EF.Functions.ILike(m.ToAddress, address)).OrderBy(m => m.CreatedAt).ToListAsync(Token);
    }

    private async Task<Subscription> FindAsync(string address)
    {
        await using var db = site.Database.Open();
        return await db.Subscriptions.AsNoTracking().SingleAsync(s => s.EmailKey == address, Token);
    }

    [GeneratedRegex("/(confirm|subscription|unsubscribe)/[A-Za-z0-9_-]+")]
    private static partial Regex Links();
}
