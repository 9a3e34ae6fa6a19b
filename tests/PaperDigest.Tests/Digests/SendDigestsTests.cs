using PaperDigest.Digests;
using PaperDigest.Mail;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Digests;

public sealed class SendDigestsTests(RunningSite running) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly DigestSite _site = new(running);

    public async ValueTask InitializeAsync() => await _site.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_second_send_mails_nothing()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        await _site.SubscribeAsync("one@example.org");
        await _site.SubscribeAsync("two@example.org", topics: "cs.RO");

        var first = await SendAsync("2026-05-12T07:00Z");
        Assert.Equal((1, 1, 0), (first.Planned.Queued, first.Delivered.Sent, first.Left));
        Assert.Equal(1, first.Planned.Suppressed[SuppressionReason.NoPaperInTopics]);

        var second = await SendAsync("2026-05-12T07:00Z");
        Assert.Equal((PlanReport.Nothing, DeliveryReport.Nothing, 0), (second.Planned, second.Delivered, second.Left));
    }

    [Fact]
    public async Task Senders_side_by_side_share_the_work()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        for (var i = 0; i < 60; i++) await _site.SubscribeAsync($"reader{i}@example.org");
        var reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => SendAsync("2026-05-12T07:00Z")));
        Assert.Equal((60, 60, 0), (reports.Sum(r => r.Planned.Queued), reports.Sum(r => r.Delivered.Sent), reports.Sum(r => r.Left)));
    }

    [Fact]
    public async Task A_digest_as_of_a_past_instant_is_not_expired_for_workers_that_go_by_the_clock()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        await _site.SubscribeAsync("reader@example.org");
        var today = running.Clock.Now;
        running.Clock.Now = today.AddDays(90);
        try
        {
            await _site.PlanAsync("2026-05-12T07:00Z");
            Assert.True(Assert.Single(await _site.MailsAsync()).NotAfter > running.Clock.Now);
        }
        finally
        {
            running.Clock.Now = today;
        }
    }

    [Fact]
    public async Task A_digest_of_the_bundled_sample_says_that_it_is_one()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        Assert.DoesNotContain("sample", await PreviewAsync(), StringComparison.Ordinal);
        await running.Database.ExecuteAsync("UPDATE papers SET is_sample = true");
        Assert.Contains("a sample that came with", await PreviewAsync(), StringComparison.Ordinal);

        async Task<string> PreviewAsync()
        {
            var mail = await _site.Get<DigestPreview>().WriteAsync(new DateOnly(2026, 5, 12), "reader@example.org", running.Clock.Now, Token);
            return System.Text.Encoding.UTF8.GetString(mail!.Content);
        }
    }

    [Fact]
    public async Task The_preview_is_the_message_of_that_day()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        var preview = _site.Get<DigestPreview>();
        Assert.Null(await preview.WriteAsync(new DateOnly(2026, 5, 11), "reader@example.org", running.Clock.Now, Token));
        var mail = await preview.WriteAsync(new DateOnly(2026, 5, 13), "reader@example.org", running.Clock.Now, Token);
        Assert.StartsWith("Papers of Tuesday 12 May 2026", mail?.Subject, StringComparison.Ordinal);
        Assert.Empty(await _site.MailsAsync());
    }

    private Task<SendReport> SendAsync(string at) => _site.Get<SendDigests>().RunAsync(DigestSite.At(at), Token);
}
