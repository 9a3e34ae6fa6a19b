using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Catalogue;
using PaperDigest.Digests;
using PaperDigest.Mail;
using PaperDigest.Ranking;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Digests;

/// <summary>A running site with listings, subscribers and what was planned for them, from an empty database on.</summary>
internal sealed class DigestSite(RunningSite site)
{
    public T Get<T>()
        where T : notnull => site.Services.GetRequiredService<T>();

    public Task ClearAsync() => site.Database.ExecuteAsync(
        "TRUNCATE subscriptions, deliveries, outgoing_mail, digest_issues, ranked_papers, listing_entries, listings, listing_days, papers, votes CASCADE");

    /// <summary>Stores a day's new papers in cs.CL and ranks it.</summary>
    public Task ListAsync(string day, params string[] papers) => ListAsync(day, "cs.CL", papers.Select(id => (id, ListingSection.New)));

    public async Task ListAsync(string day, string category, IEnumerable<(string ArxivId, ListingSection Section)> entries)
    {
        if (!DayWords.TryParse(day, out var date)) throw new ArgumentException(day);
        await SomeListing.StoreAsync(site.Database, date, category, entries);
        await Get<DayRanking>().RankAsync(At($"{day}T01:00Z"), default);
    }

    /// <summary>A subscription confirmed on 1 May 2026.</summary>
    public async Task<Subscription> SubscribeAsync(string email, int hour = 7, string zone = "UTC", params string[] topics)
    {
        var subscription = Subscription.Of(email, new(Cadence.Daily, hour, zone, topics), At("2026-05-01T00:00Z"));
        subscription.Confirm(At("2026-05-01T00:00Z"));
        await using var db = site.Database.Open();
        db.Add(subscription);
        await db.SaveChangesAsync();
        return subscription;
    }

    public Task<PlanReport> PlanAsync(string at) => Get<PlanDigests>().RunAsync(At(at), default);

    /// <summary>What was queued, oldest first.</summary>
    public async Task<List<OutgoingMail>> MailsAsync()
    {
        await using var db = site.Database.Open();
        return await db.OutgoingMails.AsNoTracking().OrderBy(m => m.CreatedAt).ThenBy(m => m.ToAddress).ToListAsync();
    }

    /// <summary>Period and reason of a subscription's deliveries, in the order of periods; "mailed" where something was.</summary>
    public async Task<string[]> PeriodsAsync(Subscription subscription)
    {
        await using var db = site.Database.Open();
        var deliveries = await db.Deliveries.AsNoTracking().Where(d => d.SubscriptionId == subscription.Id).OrderBy(d => d.PeriodKey).ToListAsync();
        return [.. deliveries.Select(d => $"{d.PeriodKey} {(d.MailId is null ? $"{d.SuppressedBecause}" : "mailed")}")];
    }

    public async Task<Subscription> FindAsync(Subscription subscription)
    {
        await using var db = site.Database.Open();
        return await db.Subscriptions.AsNoTracking().SingleAsync(s => s.Id == subscription.Id);
    }

    public static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
