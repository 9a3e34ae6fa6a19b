using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;
using PaperDigest.Digests;
using PaperDigest.Tests.Smtp;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Digests;

public sealed partial class DigestMessageTests(RunningSite running) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Hostile = "</a></h2><script>alert(1)</script> \u202Eterces\u202C\r\nBcc: victim@example.org <b>“Bold”</b> & $x^2$";

    private readonly DigestSite _site = new(running);

    public async ValueTask InitializeAsync() => await _site.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_headers_are_those_of_a_list_that_can_be_left_with_one_click()
    {
        var (reader, mail) = await ComposeAsync(3);
        Assert.Equal("reader@example.org", mail["To"]);
        Assert.Equal("Papers of Tuesday 12 May 2026: On the matter of 2605.02003 and 2 more", mail.Decoded("Subject"));
        Assert.Equal("Tue, 12 May 2026 07:00:00 +0000", mail["Date"]);
        Assert.Matches("^<[0-9a-f-]{36}@localhost.localdomain>$", mail["Message-ID"]);
        Assert.Equal("PaperDigest daily <daily.digest.localhost.localdomain>", mail["List-ID"]);
        Assert.Equal($"<{_site.Get<SubscriptionLinks>().Unsubscribe(reader.Id)}>", mail["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
    }

    [Fact]
    public async Task Text_and_html_say_the_same()
    {
        var (_, mail) = await ComposeAsync(20);
        var (text, html) = (mail.Parts[0].Text, mail.Parts[1].Text);
        var seen = Words(WebUtility.HtmlDecode(Tags().Replace(Unseen().Replace(html, " "), " ")));
        // What a link leads to stands in the text as an address and in the HTML as a link.
        var read = Words(Addresses().Replace(text, " "));
        Assert.Equal(seen.Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
        Assert.All(Addresses().Matches(text).Select(m => m.Value), address => Assert.Contains($"href=\"{address}\"", html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_paper_and_the_ways_out_are_in_both_parts()
    {
        var (reader, mail) = await ComposeAsync(2);
        foreach (var part in mail.Parts.Select(p => WebUtility.HtmlDecode(p.Text)))
        {
            Assert.Contains("/papers/2605.02001", part, StringComparison.Ordinal);
            Assert.Contains("On the matter of 2605.02002", part, StringComparison.Ordinal);
            Assert.Contains("Ada Lovelace, Charles Babbage", part, StringComparison.Ordinal);
            Assert.Contains("It was measured.", part, StringComparison.Ordinal);
            Assert.Contains("every day at 07:00 (UTC)", Blanks().Replace(part, " "), StringComparison.Ordinal);
            Assert.Contains(_site.Get<SubscriptionLinks>().Unsubscribe(reader.Id), part, StringComparison.Ordinal);
            Assert.Equal(2, Regex.Count(part, Regex.Escape(_site.Get<SubscriptionLinks>().Manage(reader.Id))));
            Assert.Contains("Thank you to arXiv", part, StringComparison.Ordinal);
            Assert.DoesNotContain("manage-", part, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_html_reads_well_aloud_and_loads_nothing()
    {
        var html = (await ComposeAsync(20)).Mail.Parts[1].Text;
        Assert.Single(Regex.Matches(html, "<h1"));
        Assert.Equal(20, Regex.Count(html, "<h2"));
        Assert.Equal(Regex.Count(html, "<table"), Regex.Count(html, "<table role=\"presentation\""));
        Assert.Contains("<meta name=\"color-scheme\" content=\"light dark\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<img|<link|url\\(|src=|<script", html);
    }

    [Fact]
    public async Task The_largest_digest_stays_far_below_where_mail_programs_clip()
    {
        for (var i = 0; i < 20; i++)
        {
            await _site.ListAsync("2026-05-12", $"cs.{(char)('A' + i)}A", [($"2605.02{i:000}", ListingSection.New)]);
        }
        await running.Database.ExecuteAsync(
            """
            UPDATE papers SET title = repeat('Long titles are a habit of large collaborations ', 6), summary = repeat('word ', 130) || 'end.',
                authors = ARRAY(SELECT 'Ödön Őszibarack von Großerzähler-' || n FROM generate_series(1, 3000) n)
            """);
        await _site.SubscribeAsync("reader@example.org", 7, "America/Argentina/Buenos_Aires");
        await _site.PlanAsync("2026-05-12T12:00Z");
        Assert.InRange((await _site.MailsAsync()).Single().Content.Length, 30_000, 100_000);
        Assert.InRange(MimeReader.Read((await _site.MailsAsync()).Single().Content).Parts[1].Body.Length, 15_000, 80_000);
    }

    [Fact]
    public async Task A_hostile_title_breaks_out_of_nothing()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        await using (var db = running.Database.Open())
            await db.Papers.ExecuteUpdateAsync(p => p.SetProperty(x => x.Title, Hostile), TestContext.Current.CancellationToken);
        await _site.SubscribeAsync("reader@example.org");
        await _site.PlanAsync("2026-05-12T07:00Z");
        var mail = MimeReader.Read((await _site.MailsAsync()).Single().Content);
        Assert.DoesNotContain(mail.Headers, h => h.Key == "Bcc");
        Assert.Contains("terces Bcc: victim", mail.Decoded("Subject"), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Parts[1].Text, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)", mail.Parts[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("\u202E", mail.Parts[1].Text + mail.Parts[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("Attention is all you need", 18, "Attention is all…")]
    [InlineData("Antidisestablishmentarianism", 10, "Antidises…")]
    [InlineData("one,  two\tthree", 9, "one, two…")]
    public void A_long_title_is_cut_between_words(string title, int most, string cut) => Assert.Equal(cut, PlainLine.Short(title, most));

    private async Task<(Subscription Reader, MimeReader Mail)> ComposeAsync(int papers)
    {
        await _site.ListAsync("2026-05-12", [.. Enumerable.Range(1, papers).Select(i => $"2605.02{i:000}")]);
        var reader = await _site.SubscribeAsync("reader@example.org");
        await _site.PlanAsync("2026-05-12T07:00Z");
        return (reader, MimeReader.Read((await _site.MailsAsync()).Single().Content));
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex("<style.*?</style>|<title.*?</title>|<div style=\"display:none.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Addresses();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
