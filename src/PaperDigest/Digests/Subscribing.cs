using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperDigest.Database;
using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>
/// What readers do with their subscriptions. Each act is one transaction that holds the subscription, mail included; done twice
/// it changes nothing more.
/// </summary>
internal sealed class Subscribing(IDbContextFactory<PaperDigestDb> databases, SubscriptionMails mails)
{
    // Whatever the form does, an address gets one mail of it an hour.
    private static readonly TimeSpan MailInterval = TimeSpan.FromHours(1);

    /// <summary>
    /// Takes a request from the form. A new address is asked to confirm, one that is subscribed is told so; what the caller
    /// can see is the same for both.
    /// </summary>
    public async Task AskAsync(string address, DigestWishes wishes, DateTimeOffset now, CancellationToken cancel)
    {
        var key = address.ToLowerInvariant();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // An address that is not there yet has no row to lock.
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('paperdigest.subscribe'), hashtext({key}))", cancel);
        var ofAddress = await db.Subscriptions.FromSql($"SELECT * FROM subscriptions WHERE email_key = {key} FOR UPDATE")
            .ToListAsync(cancel);
        var subscription = ofAddress.SingleOrDefault(s => s.Cadence == wishes.Cadence);
        if (subscription is null) db.Subscriptions.Add(subscription = Subscription.Of(address, wishes, now));
        else subscription.Ask(address, wishes);

        if (!ofAddress.Any(s => s.ConfirmationSentAt > now - MailInterval))
        {
            subscription.ConfirmationSentAt = now;
            var mail = subscription.State == SubscriptionState.Confirmed
                ? await mails.ReminderAsync(subscription, now)
                : await mails.ConfirmationAsync(subscription, now);
            await Outbox.EnqueueAsync((NpgsqlConnection)db.Database.GetDbConnection(), [mail], cancel);
        }
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Starts the subscription, or starts it again. False when there is none.</summary>
    public Task<bool> ConfirmAsync(Guid id, DateTimeOffset now, CancellationToken cancel) =>
        ActAsync(id, (subscription, _) =>
        {
            subscription.Confirm(now);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Changes hour, time zone and topics. False when there is no such subscription.</summary>
    public Task<bool> ChangeAsync(Guid id, DigestWishes wishes, DateTimeOffset now, CancellationToken cancel) =>
        ActAsync(id, (subscription, _) =>
        {
            subscription.Change(wishes, now);
            return Task.CompletedTask;
        }, cancel);

    /// <summary>Ends the subscription and withdraws what is still in the outbox for it. False when there is none.</summary>
    public Task<bool> EndAsync(Guid id, DateTimeOffset now, CancellationToken cancel) =>
        ActAsync(id, async (subscription, db) =>
        {
            subscription.End(now);
            var mailed = await db.Deliveries.Where(d => d.SubscriptionId == id && d.MailId != null)
                .Select(d => d.MailId!.Value).ToArrayAsync(cancel);
            await Outbox.WithdrawAsync((NpgsqlConnection)db.Database.GetDbConnection(), mailed, new("The subscriber left.", now), cancel);
        }, cancel);

    private async Task<bool> ActAsync(Guid id, Func<Subscription, PaperDigestDb, Task> act, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // Waits for a planner that has the row; what it wrote is then seen by what follows.
        var subscription = await db.Subscriptions.FromSql($"SELECT * FROM subscriptions WHERE id = {id} FOR UPDATE")
            .SingleOrDefaultAsync(cancel);
        if (subscription is null) return false;
        await act(subscription, db);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
