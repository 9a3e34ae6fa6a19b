using Npgsql;
using PaperDigest.Accounts;
using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>The subscriptions of a person's address. Subscribing needs no account, but who deletes his wants nothing kept of him.</summary>
internal sealed class SubscriptionRecords(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "subscriptions";

    // By ix_subscriptions_email_key_cadence.
    public async Task<object> ExportAsync(Person person, CancellationToken cancel) => await ExportedRows.OfAsync(
        database,
        """
        SELECT id, email, cadence, time_zone, hour, topics, state, created_at, confirmed_at, ended_at,
            (SELECT count(*) FROM deliveries d WHERE d.subscription_id = s.id) AS digests
        FROM subscriptions s WHERE email_key = $2 ORDER BY cadence
        """, person, cancel);

    /// <summary>Deletes them with the record of what was delivered, and withdraws what is still in the outbox.</summary>
    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        // By ix_subscriptions_email_key_cadence, then ix_deliveries_subscription_id_cadence_period_key. Held first: a planner that
        // has a subscription has finished before.
        const string held =
            """
            WITH held AS (SELECT id FROM subscriptions WHERE email_key = $1 ORDER BY id FOR UPDATE)
            SELECT coalesce(array_agg(d.mail_id) FILTER (WHERE d.mail_id IS NOT NULL), '{}') FROM held JOIN deliveries d ON d.subscription_id = held.id
            """;
        await using var query = new NpgsqlCommand(held, connection);
        query.Parameters.Add(new() { Value = person.Email.ToLowerInvariant() });
        var mails = (Guid[])(await query.ExecuteScalarAsync(cancel))!;
        await Outbox.WithdrawAsync(connection, mails, new("The account was deleted.", now), cancel);
        await using var delete = new NpgsqlCommand("DELETE FROM subscriptions WHERE email_key = $1", connection);
        delete.Parameters.Add(new() { Value = person.Email.ToLowerInvariant() });
        await delete.ExecuteNonQueryAsync(cancel);
    }
}
