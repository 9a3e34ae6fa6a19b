using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PaperDigest.Accounts;
using PaperDigest.Mail;
using PaperDigest.Tests.Smtp;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Accounts;

public sealed partial class MailedSignInTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_address_gets_an_account_when_its_link_is_used_and_not_before()
    {
        using var browser = site.NewClient(cookies: true);
        Assert.Equal((HttpStatusCode.SeeOther, "/signin/sent"), Answer(await AskAsync(browser, "new@example.org")));
        var link = await LinkMailedAsync("new@example.org");
        Assert.Contains("new@example.org", await browser.ReadAsync(link), StringComparison.Ordinal);
        Assert.False(await ExistsAsync("new@example.org"));

        Assert.Equal((HttpStatusCode.SeeOther, "/account"), Answer(await PostAsync(browser, link)));
        Assert.True(await ExistsAsync("new@example.org"));
        Assert.Contains("new@example.org", await browser.ReadAsync("/account"), StringComparison.Ordinal);

        using var second = site.NewClient(cookies: true);
        await PostAsync(second, link);
        Assert.Equal(HttpStatusCode.Redirect, (await second.GetAsync("/account", Cancel)).StatusCode);
        Assert.Contains("no longer works", await second.ReadAsync(link), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_and_the_mail_are_the_same_for_known_and_unknown_addresses()
    {
        await EnsureAsync("known@example.org");
        var known = await AskAsync(site.Client, "KNOWN@example.org");
        var unknown = await AskAsync(site.Client, "unknown@example.org");
        Assert.Equal(Visible(unknown), Visible(known));
        Assert.Equal(Words(await MailedAsync("unknown@example.org")), Words(await MailedAsync("KNOWN@example.org")));

        static string Visible(HttpResponseMessage answer) =>
            $"{answer.StatusCode} {answer.Headers.Location} {string.Join(' ', answer.Headers.Select(h => h.Key).Where(k => k != "Date"))}";
        static string Words(OutgoingMail mail) => Secret().Replace(MimeReader.Read(mail.Content).Parts[0].Text, "…");
    }

    [Fact]
    public async Task An_account_keeps_its_role_whatever_case_its_address_is_typed_in()
    {
        await EnsureAsync("Curie@example.org", AccountRole.Admin);
        using var browser = site.NewClient(cookies: true);
        await MailAsync("curie@example.org");
        await PostAsync(browser, await LinkMailedAsync("curie@example.org"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/admin/jobs", Cancel)).StatusCode);
        Assert.Equal(1, await site.Database.ScalarAsync<long>("SELECT count(*) FROM accounts WHERE normalized_email = 'CURIE@EXAMPLE.ORG'"));
    }

    [Fact]
    public async Task A_mailed_link_works_for_half_an_hour()
    {
        await MailAsync("late@example.org");
        var link = await LinkMailedAsync("late@example.org");
        site.Clock.Now += SignInMails.LinkLife;
        Assert.Equal(link, (await PostAsync(site.Client, link)).Headers.Location?.OriginalString);
        Assert.False(await ExistsAsync("late@example.org"));
    }

    [Fact]
    public async Task Two_uses_of_two_links_at_once_make_one_account()
    {
        await MailAsync("twice@example.org");
        await MailAsync("twice@example.org");
        var links = await LinksMailedAsync("twice@example.org");
        var answers = await Task.WhenAll(links.Concat(links).Select(link => PostAsync(site.NewClient(), link)));
        Assert.Equal(2, answers.Count(a => a.Headers.Contains("Set-Cookie")));
        Assert.Equal(1, await site.Database.ScalarAsync<long>("SELECT count(*) FROM accounts WHERE email = 'twice@example.org'"));
    }

    [Fact]
    public async Task An_address_gets_five_mails_an_hour_and_the_answer_stays_the_same()
    {
        var asked = Enumerable.Range(0, AskForLink.MailsAnHour + 3).Select(i => AskAsync(site.Client, i % 2 == 0 ? "often@example.org" : "OFTEN@example.org"));
        Assert.Single((await Task.WhenAll(asked)).Select(Answer).Distinct());
        Assert.Equal(AskForLink.MailsAnHour, (await LinksMailedAsync("often@example.org")).Count);

        site.Clock.Now += TimeSpan.FromMinutes(61);
        await MailAsync("often@example.org");
        Assert.Equal(AskForLink.MailsAnHour + 1, (await LinksMailedAsync("often@example.org")).Count);
    }

    [Fact]
    public async Task All_addresses_together_get_only_so_many()
    {
        var options = site.Services.GetRequiredService<IOptions<AccountsOptions>>().Value;
        var before = options.MailsAnHour;
        options.MailsAnHour = (int)await site.Database.ScalarAsync<long>(
            $"SELECT count(*) FROM sign_in_links WHERE asked_at > '{site.Clock.Now.AddHours(-1):O}'") + 1;
        try
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await AskAsync(site.Client, "last@example.org")).StatusCode);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await AskAsync(site.Client, "toomany@example.org")).StatusCode);
            Assert.Empty(await MailsAsync("toomany@example.org"));
        }
        finally
        {
            options.MailsAnHour = before;
        }
    }

    [Fact]
    public async Task A_closed_site_answers_the_same_and_says_in_the_mail_that_there_is_no_account()
    {
        var options = site.Services.GetRequiredService<IOptions<AccountsOptions>>().Value;
        await EnsureAsync("member@example.org");
        await MailAsync("early@example.org");
        options.Open = false;
        try
        {
            var stranger = await AskAsync(site.Client, "stranger@example.org");
            var member = await AskAsync(site.Client, "member@example.org");
            Assert.Equal(Answer(member), Answer(stranger));
            Assert.Contains("no account", (await MailedAsync("stranger@example.org")).Subject, StringComparison.OrdinalIgnoreCase);
            Assert.Empty(await LinksMailedAsync("stranger@example.org"));
            Assert.Equal("/account", (await PostAsync(site.NewClient(), await LinkMailedAsync("member@example.org"))).Headers.Location?.OriginalString);
            // A link of before the site was closed makes no account either.
            Assert.Equal("/signin", (await PostAsync(site.NewClient(), await LinkMailedAsync("early@example.org"))).Headers.Location?.OriginalString);
            Assert.False(await ExistsAsync("early@example.org"));
        }
        finally
        {
            options.Open = true;
        }
    }

    [Theory]
    [InlineData("/papers/date/2026-05-12?page=2", "/account?return=%2Fpapers%2Fdate%2F2026-05-12%3Fpage%3D2")]
    [InlineData("//elsewhere.example/", "/account")]
    [InlineData("/\\elsewhere.example", "/account")]
    [InlineData("https://elsewhere.example/", "/account")]
    public async Task Who_signed_in_is_led_back_on_this_site_only(string back, string location)
    {
        var address = $"back{Math.Abs(back.GetHashCode(StringComparison.Ordinal))}@example.org";
        await MailAsync(address);
        using var answer = await PostAsync(site.Client, await LinkMailedAsync(address), ("return", back));
        Assert.Equal(location, answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task The_page_that_was_left_for_signing_in_travels_with_the_mail()
    {
        await PostAsync(site.Client, "/signin", ("email", "travels@example.org"), ("return", "/papers?q=a b"));
        Assert.Equal("/papers?q=a%20b", Html.Field(await site.Client.ReadAsync(await LinkMailedAsync("travels@example.org")), "return"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("reader@localhost")]
    [InlineData("Reader <reader@example.org>")]
    public async Task What_is_no_address_is_explained_beside_the_field(string typed)
    {
        using var answer = await AskAsync(site.Client, typed);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("id=\"email-problem\"", await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_is_kept_from_other_sites_caches_and_the_log()
    {
        await MailAsync("secret@example.org");
        using var page = await site.Client.GetAsync(await LinkMailedAsync("secret@example.org"), Cancel);
        Assert.Equal("no-referrer", page.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(page.Headers.CacheControl!.NoStore);
        Assert.Equal("noindex", page.Headers.GetValues("X-Robots-Tag").Single());
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_within_a_minute()
    {
        using var one = await SignedInAsync("everywhere@example.org");
        using var other = await SignedInAsync("everywhere@example.org");
        await PostAsync(one, "/account/signout-everywhere");
        Assert.Equal(HttpStatusCode.Redirect, (await one.GetAsync("/account", Cancel)).StatusCode);

        site.Clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/account", Cancel)).StatusCode);
        using var again = await SignedInAsync("everywhere@example.org");
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync("/account", Cancel)).StatusCode);
    }

    private async Task<HttpClient> SignedInAsync(string address)
    {
        var browser = site.NewClient(cookies: true);
        await MailAsync(address);
        await PostAsync(browser, (await LinksMailedAsync(address))[^1]);
        return browser;
    }

    /// <summary>Asks past the form, which takes only so much from one network.</summary>
    private Task<bool> MailAsync(string address) => site.Services.GetRequiredService<AskForLink>().AskAsync(address, null, site.Clock.Now, Cancel);

    private static Task<HttpResponseMessage> AskAsync(HttpClient browser, string address) => PostAsync(browser, "/signin", ("email", address));

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(path, new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))), Cancel);

    private static (HttpStatusCode Status, string? Location) Answer(HttpResponseMessage answer) => (answer.StatusCode, answer.Headers.Location?.OriginalString);

    private async Task EnsureAsync(string email, AccountRole role = AccountRole.Reader)
    {
        await using var scope = site.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountBook>().EnsureAsync(email, role, site.Clock.Now);
    }

    private Task<bool> ExistsAsync(string email) => site.Database.ScalarAsync<bool>($"SELECT EXISTS (SELECT FROM accounts WHERE email = '{email}')");

    private async Task<List<OutgoingMail>> MailsAsync(string address)
    {
        await using var db = site.Database.Open();
        return await db.OutgoingMails.AsNoTracking().Where(m => EF.Functions.ILike(m.ToAddress, address)).OrderBy(m => m.CreatedAt).ToListAsync(Cancel);
    }

    private async Task<OutgoingMail> MailedAsync(string address) => Assert.Single(await MailsAsync(address));

    private async Task<string> LinkMailedAsync(string address) => Assert.Single(await LinksMailedAsync(address));

    private async Task<List<string>> LinksMailedAsync(string address) =>
        [.. (await MailsAsync(address)).Select(m => Secret().Match(MimeReader.Read(m.Content).Parts[0].Text)).Where(m => m.Success).Select(m => new Uri(m.Value).PathAndQuery)];

    [GeneratedRegex(@"https?://\S+/signin/\S+")]
    private static partial Regex Secret();
}
