using PaperDigest.Catalogue;
using PaperDigest.Digests;
using PaperDigest.Mail;
using PaperDigest.Tests.Smtp;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Digests;

public sealed class PlanDigestsTests(RunningSite running) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private readonly DigestSite _site = new(running);

    public async ValueTask InitializeAsync() => await _site.ClearAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_due_subscriber_gets_the_latest_listing_once()
    {
        await _site.ListAsync("2026-05-11", "2605.01001");
        await _site.ListAsync("2026-05-12", "2605.02001", "2605.02002");
        var reader = await _site.SubscribeAsync("reader@example.org");

        Assert.Equal(1, (await _site.PlanAsync("2026-05-12T07:00Z")).Queued);
        Assert.Equal(0, (await _site.PlanAsync("2026-05-12T07:00Z")).Queued);
        Assert.Equal(0, (await _site.PlanAsync("2026-05-12T23:00Z")).Queued);

        var mail = Assert.Single(await _site.MailsAsync());
        var text = MimeReader.Read(mail.Content).Parts[0].Text;
        Assert.Contains("2605.02001", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2605.01001", text, StringComparison.Ordinal);
        Assert.Equal(["2026-05-12 mailed"], await _site.PeriodsAsync(reader));
        var served = await _site.FindAsync(reader);
        Assert.Equal((DigestSite.At("2026-05-13T07:00Z"), new DateOnly(2026, 5, 12)), (served.NextDueAt, served.LastListing));
    }

    [Fact]
    public async Task Planners_side_by_side_plan_each_subscriber_once()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        for (var i = 0; i < 450; i++) await _site.SubscribeAsync($"reader{i}@example.org");
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _site.PlanAsync("2026-05-12T08:00Z")));
        Assert.Equal(450, reports.Sum(r => r.Queued));
        Assert.Equal(450, (await _site.MailsAsync()).Select(m => m.ToAddress).Distinct().Count());
    }

    [Fact]
    public async Task A_day_without_a_new_listing_has_a_row_that_says_so()
    {
        await _site.ListAsync("2026-05-15", "2605.05001");
        var reader = await _site.SubscribeAsync("reader@example.org");
        foreach (var day in new[] { "15", "16", "17" }) await _site.PlanAsync($"2026-05-{day}T07:00Z");
        Assert.Equal(["2026-05-15 mailed", "2026-05-16 NoNewListing", "2026-05-17 NoNewListing"], await _site.PeriodsAsync(reader));
        Assert.Single(await _site.MailsAsync());
    }

    [Fact]
    public async Task Whoever_has_just_confirmed_gets_the_latest_listing_however_old_it_is_and_once()
    {
        await _site.ListAsync("2026-05-07", "2605.00701");
        var reader = await _site.SubscribeAsync("reader@example.org");
        foreach (var day in new[] { "12", "13" }) await _site.PlanAsync($"2026-05-{day}T07:00Z");
        Assert.Equal(["2026-05-12 mailed", "2026-05-13 NoNewListing"], await _site.PeriodsAsync(reader));
    }

    [Fact]
    public async Task A_listing_that_is_not_announced_or_not_ranked_yet_waits()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        await _site.ListAsync("2026-05-13", "2605.03001");
        await SomeListing.StoreAsync(running.Database, new DateOnly(2026, 5, 11), "2605.01001");
        await running.Database.ExecuteAsync("UPDATE listing_days SET ranked_at = NULL WHERE date = '2026-05-12'");
        await _site.SubscribeAsync("reader@example.org");
        Assert.Equal(0, (await _site.PlanAsync("2026-05-12T07:00Z")).Queued);
    }

    [Fact]
    public async Task Topics_choose_and_no_match_is_a_row_that_says_so()
    {
        await _site.ListAsync("2026-05-12", "cs.CL", [("2605.02001", ListingSection.New)]);
        await _site.ListAsync("2026-05-12", "cs.CV", [("2605.02002", ListingSection.New)]);
        await _site.SubscribeAsync("vision@example.org", topics: "cs.CV");
        var robots = await _site.SubscribeAsync("robots@example.org", topics: "cs.RO");
        var report = await _site.PlanAsync("2026-05-12T07:00Z");
        Assert.Equal((1, 1), (report.Queued, report.Suppressed[SuppressionReason.NoPaperInTopics]));
        var text = MimeReader.Read(Assert.Single(await _site.MailsAsync()).Content).Parts[0].Text;
        Assert.Contains("2605.02002", text, StringComparison.Ordinal);
        Assert.DoesNotContain("2605.02001", text, StringComparison.Ordinal);
        Assert.Equal(["2026-05-12 NoPaperInTopics"], await _site.PeriodsAsync(robots));
    }

    [Fact]
    public async Task No_paper_comes_twice_to_one_subscriber_but_to_a_new_one_it_does()
    {
        await _site.ListAsync("2026-05-11", "2605.01001", "2605.01002");
        await _site.SubscribeAsync("old@example.org");
        await _site.PlanAsync("2026-05-11T07:00Z");
        await _site.ListAsync("2026-05-12", "cs.LG", [("2605.01001", ListingSection.Cross), ("2605.02001", ListingSection.New)]);
        await _site.SubscribeAsync("new@example.org");
        await running.Database.ExecuteAsync("UPDATE subscriptions SET next_due_at = '2026-05-12T07:00Z'");
        await _site.PlanAsync("2026-05-12T07:00Z");

        var second = (await _site.MailsAsync()).Where(m => m.CreatedAt == DigestSite.At("2026-05-12T07:00Z")).ToDictionary(m => m.ToAddress);
        Assert.DoesNotContain("2605.01001", MimeReader.Read(second["old@example.org"].Content).Parts[0].Text, StringComparison.Ordinal);
        Assert.Contains("2605.01001", MimeReader.Read(second["new@example.org"].Content).Parts[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_outage_one_digest_makes_up_for_the_hours_missed()
    {
        var reader = await _site.SubscribeAsync("reader@example.org", hour: 23);
        await _site.ListAsync("2026-05-11", "2605.01001");
        await _site.ListAsync("2026-05-12", "2605.02001");
        // Half past midnight: the digest of the evening before, not of the day that has just begun.
        await _site.PlanAsync("2026-05-13T00:30Z");
        Assert.Equal(["2026-05-12 mailed"], await _site.PeriodsAsync(reader));
        await _site.ListAsync("2026-05-13", "2605.03001");
        await _site.PlanAsync("2026-05-13T23:00Z");
        Assert.Equal(["2026-05-12 mailed", "2026-05-13 mailed"], await _site.PeriodsAsync(reader));
    }

    [Fact]
    public async Task Who_moves_the_hour_after_the_digest_gets_none_again_that_day()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        var reader = await _site.SubscribeAsync("reader@example.org", hour: 7);
        await _site.PlanAsync("2026-05-12T07:00Z");
        await _site.Get<Subscribing>()
            .ChangeAsync(reader.Id, new(Cadence.Daily, 9, "UTC", ["cs.CL"]), DigestSite.At("2026-05-12T08:00Z"), Token);
        await _site.PlanAsync("2026-05-12T09:00Z");
        Assert.Equal(["2026-05-12 mailed"], await _site.PeriodsAsync(reader));
        Assert.Equal(DigestSite.At("2026-05-13T09:00Z"), (await _site.FindAsync(reader)).NextDueAt);
    }

    [Fact]
    public async Task Who_has_not_confirmed_or_has_left_gets_nothing()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        var left = await _site.SubscribeAsync("left@example.org");
        await _site.Get<Subscribing>().EndAsync(left.Id, DigestSite.At("2026-05-12T06:00Z"), Token);
        await using (var db = running.Database.Open())
        {
            db.Add(Subscription.Of("pending@example.org", new(Cadence.Daily, 7, "UTC", []), DigestSite.At("2026-05-01T00:00Z")));
            var later = Subscription.Of("later@example.org", new(Cadence.Daily, 7, "UTC", []), DigestSite.At("2026-05-20T00:00Z"));
            later.Confirm(DigestSite.At("2026-05-20T00:00Z"));
            db.Add(later);
            await db.SaveChangesAsync(Token);
        }
        Assert.Equal(0, (await _site.PlanAsync("2026-05-12T08:00Z")).Queued);
        Assert.Empty(await _site.MailsAsync());
    }

    [Fact]
    public async Task Leaving_between_planning_and_sending_withdraws_the_digest()
    {
        await _site.ListAsync("2026-05-12", "2605.02001");
        var reader = await _site.SubscribeAsync("reader@example.org");
        await _site.PlanAsync("2026-05-12T07:00Z");
        await _site.Get<Subscribing>().EndAsync(reader.Id, DigestSite.At("2026-05-12T07:00Z"), Token);
        Assert.Equal(MailState.Suppressed, (await _site.MailsAsync()).Single().State);
    }

    [Fact]
    public async Task The_archive_shows_the_issue_of_all_topics_even_where_nobody_chose_it()
    {
        await _site.ListAsync("2026-05-12", "cs.CL", [("2605.02001", ListingSection.New)]);
        await _site.ListAsync("2026-05-12", "cs.CV", [("2605.02002", ListingSection.New)]);
        await _site.SubscribeAsync("vision@example.org", topics: "cs.CV");
        await _site.PlanAsync("2026-05-12T07:00Z");
        var page = await running.Client.GetStringAsync("/digests/daily/2026-05-12", Token);
        Assert.Contains("2605.02001", page, StringComparison.Ordinal);
        Assert.Contains("2605.02002", page, StringComparison.Ordinal);
        Assert.Contains("/digests/daily/2026-05-12", await running.Client.GetStringAsync("/digests", Token), StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await running.Client.GetAsync("/digests/daily/2026-05-13", Token)).StatusCode);
    }

    [Fact]
    public async Task What_is_due_is_found_by_its_index()
    {
        await using var connection = await running.Database.Source.OpenConnectionAsync(Token);
        await using var explain = new Npgsql.NpgsqlCommand(
            """
            SET enable_seqscan = off;
            EXPLAIN SELECT id FROM subscriptions WHERE state = 'confirmed' AND cadence = 'daily' AND next_due_at <= now() AND confirmed_at <= now()
            ORDER BY next_due_at, id LIMIT 200 FOR UPDATE SKIP LOCKED
            """, connection);
        await using var plan = await explain.ExecuteReaderAsync(Token);
        var lines = new List<string>();
        while (await plan.ReadAsync(Token)) lines.Add(plan.GetString(0));
        Assert.Contains(lines, l => l.Contains("ix_subscriptions_next_due_at_id", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Contains("Sort", StringComparison.Ordinal));
    }
}
