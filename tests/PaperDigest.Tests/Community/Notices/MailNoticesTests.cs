using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Community;
using PaperDigest.Mail;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Community;

public sealed class MailNoticesTests(RunningSite site) : IClassFixture<RunningSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_for_it_gets_one_mail_a_day_with_what_was_not_read_however_many_write_it_at_once()
    {
        await site.AddPaperAsync("2605.24001");
        using var ada = await site.SignInAsync("ada");
        using var bob = await site.SignInAsync("bob");
        using var eve = await site.SignInAsync("eve");
        await bob.PostAsync("/notifications/mail", ("daily", "1"));
        await site.SayAsync(ada, "2605.24001", "@bob @eve one");
        await site.SayAsync(ada, "2605.24001", "@bob two");
        var morning = NoticeWishes.NextAfter(site.Clock.Now);

        await RunAsync(morning.AddMinutes(-1));
        Assert.Empty(await MailsAsync("bob"));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(morning)));
        await RunAsync(morning.AddHours(5));

        var mail = Assert.Single(await MailsAsync("bob"));
        Assert.Contains("2 notifications from PaperDigest", mail);
        Assert.Contains("ada mentioned you in a comment on On the matter of 2605.24001.", Unfolded(mail));
        Assert.Contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click", mail);
        Assert.Empty(await MailsAsync("eve"));

        // The next day only what is new; nothing new, no mail.
        await RunAsync(morning.AddDays(1));
        Assert.Single(await MailsAsync("bob"));
        await site.SayAsync(ada, "2605.24001", "@bob three");
        await RunAsync(morning.AddDays(2));
        Assert.Equal(2, (await MailsAsync("bob")).Count);
    }

    [Fact]
    public async Task The_link_in_the_mail_ends_it_without_signing_in_and_only_for_whom_it_was_made()
    {
        await site.AddPaperAsync("2605.24002");
        using var bob = await site.SignInAsync("bob2");
        await bob.PostAsync("/notifications/mail", ("daily", "1"));
        var account = await site.Database.ScalarAsync<Guid>("SELECT id FROM accounts WHERE public_name = 'bob2'");
        var wishes = site.Services.GetRequiredService<NoticeWishes>();
        var path = wishes.PathOff(account);

        await site.Client.ReadAsync(path[..^2] + "AA", HttpStatusCode.NotFound);
        Assert.Contains("No more of these mails?", await site.Client.ReadAsync(path));
        Assert.True(await wishes.WantsAsync(account, Cancel));
        using var provider = site.NewClient();
        provider.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var answer = await provider.SendFormAsync(path, ("List-Unsubscribe", "One-Click"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(await wishes.WantsAsync(account, Cancel));
    }

    [Fact]
    public async Task Turning_it_off_and_on_again_brings_no_second_mail_of_a_day()
    {
        await site.AddPaperAsync("2605.24003");
        using var ada = await site.SignInAsync("ada3");
        using var bob = await site.SignInAsync("bob3");
        await bob.PostAsync("/notifications/mail", ("daily", "1"));
        await site.SayAsync(ada, "2605.24003", "@bob3");
        site.Clock.Now = NoticeWishes.NextAfter(site.Clock.Now);
        await RunAsync(site.Clock.Now);
        await site.SayAsync(ada, "2605.24003", "@bob3 again");
        foreach (var daily in (string[])["0", "1"]) await bob.PostAsync("/notifications/mail", ("daily", daily));

        await RunAsync(site.Clock.Now.AddHours(3));
        Assert.Single(await MailsAsync("bob3"));
        await RunAsync(site.Clock.Now.AddDays(1));
        Assert.Equal(2, (await MailsAsync("bob3")).Count);
    }

    private Task<string> RunAsync(DateTimeOffset now) => site.Services.GetRequiredService<MailNotices>().RunAsync(now, Cancel);

    private async Task<IReadOnlyList<string>> MailsAsync(string name)
    {
        await using var db = site.Database.Open();
        return [.. db.OutgoingMails.Where(m => m.ToAddress == $"{name}@example.org" && m.Kind == MailKind.Notices).AsEnumerable().Select(m => Encoding.UTF8.GetString(m.Content))];
    }

    private static string Unfolded(string mail) => mail.Replace("=\r\n", "", StringComparison.Ordinal);
}
