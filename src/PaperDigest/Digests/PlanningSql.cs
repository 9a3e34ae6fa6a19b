using Npgsql;
using NpgsqlTypes;
using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>The statements of one batch of planning, on its connection and in its transaction.</summary>
internal sealed class PlanningSql(NpgsqlConnection connection)
{
    public NpgsqlConnection Connection => connection;

    /// <summary>Takes the next subscriptions that are due and that no other planner holds.</summary>
    public async Task<List<DueSubscription>> TakeDueAsync(DateTimeOffset at, int count, CancellationToken cancel)
    {
        // By ix_subscriptions_next_due_at_id.
        const string sql =
            """
            SELECT id, email, hour, time_zone, topics, last_listing, next_due_at FROM subscriptions
            WHERE state = 'confirmed' AND cadence = 'daily' AND next_due_at <= $1 AND confirmed_at <= $1
            ORDER BY next_due_at, id LIMIT $2 FOR UPDATE SKIP LOCKED
            """;
        await using var command = Command(sql, at.UtcDateTime, count);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var due = new List<DueSubscription>();
        while (await rows.ReadAsync(cancel))
        {
            var wishes = new DigestWishes(Cadence.Daily, rows.GetInt32(2), rows.GetString(3), rows.GetFieldValue<string[]>(4));
            due.Add(new(
                new(rows.GetGuid(0), rows.GetString(1), wishes), rows.IsDBNull(5) ? null : rows.GetFieldValue<DateOnly>(5),
                rows.GetFieldValue<DateTimeOffset>(6)));
        }
        return due;
    }

    /// <summary>Those of the periods that were dealt with before: the hour was changed after the digest of the day, say.</summary>
    public async Task<HashSet<(Guid, string)>> PlannedAsync(IReadOnlyList<DuePeriod> periods, CancellationToken cancel)
    {
        // By ix_deliveries_subscription_id_cadence_period_key.
        const string sql =
            """
            SELECT d.subscription_id, d.period_key FROM unnest($1, $2) AS asked(subscription_id, period_key)
            JOIN deliveries d USING (subscription_id, period_key) WHERE d.cadence = 'daily'
            """;
        await using var command = Command(sql, periods.Select(p => p.Subscription).ToArray(), periods.Select(p => p.Key).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var planned = new HashSet<(Guid, string)>();
        while (await rows.ReadAsync(cancel)) planned.Add((rows.GetGuid(0), rows.GetString(1)));
        return planned;
    }

    /// <summary>Which of the earlier issues each subscriber got.</summary>
    public async Task<ILookup<Guid, Guid>> MailedAsync(IReadOnlyList<DuePeriod> due, IEnumerable<Guid> issues, CancellationToken cancel)
    {
        // By ix_deliveries_subscription_id_cadence_period_key: a subscriber's own deliveries.
        await using var command = Command(
            "SELECT subscription_id, issue_id FROM deliveries WHERE subscription_id = ANY($1) AND issue_id = ANY($2)",
            due.Select(d => d.Subscription).ToArray(), issues.ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var mailed = new List<(Guid Subscription, Guid Issue)>();
        while (await rows.ReadAsync(cancel)) mailed.Add((rows.GetGuid(0), rows.GetGuid(1)));
        return mailed.ToLookup(m => m.Subscription, m => m.Issue);
    }

    public async Task AddIssueAsync(DigestIssue issue, CancellationToken cancel)
    {
        const string sql =
            """
            INSERT INTO digest_issues (id, cadence, period_key, listing_date, topics, paper_ids, composed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING
            """;
        await using var command = Command(
            sql, issue.Id, Outbox.Word(issue.Cadence), issue.PeriodKey, issue.ListingDate, issue.Topics,
            issue.PaperIds, issue.ComposedAt.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Writes that the periods were dealt with. A period that another planner wrote meanwhile, against all expectation, breaks the
    /// unique key and so the whole batch: nothing of it is mailed.
    /// </summary>
    public async Task AddDeliveriesAsync(IReadOnlyList<PlannedPeriod> planned, DateTimeOffset now, CancellationToken cancel)
    {
        const string sql =
            """
            INSERT INTO deliveries (id, subscription_id, period_key, issue_id, mail_id, suppressed_because, cadence, created_at)
            SELECT p.*, 'daily', $7 FROM unnest($1, $2, $3, $4, $5, $6) AS p
            """;
        await using var command = Command(
            sql, planned.Select(p => p.Delivery).ToArray(), planned.Select(p => p.Of.Subscription).ToArray(),
            planned.Select(p => p.Of.Key).ToArray(), planned.Select(p => p.Composed?.Issue.Id).ToArray(),
            planned.Select(p => p.Composed is null ? (Guid?)null : p.Delivery).ToArray(),
            planned.Select(p => p.Suppressed is { } reason ? Outbox.Word(reason) : null).ToArray(), now.UtcDateTime);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Moves the subscriptions on to their next hour, and to the listing they were served from.</summary>
    public async Task AdvanceAsync(IReadOnlyList<(DuePeriod Due, DateOnly? Listing)> served, DateTimeOffset at, CancellationToken cancel)
    {
        const string sql =
            """
            UPDATE subscriptions s SET next_due_at = n.next_due_at, last_listing = coalesce(n.listing, s.last_listing)
            FROM unnest($1, $2, $3) AS n(id, next_due_at, listing) WHERE s.id = n.id
            """;
        await using var command = Command(
            sql, served.Select(s => s.Due.Subscription).ToArray(), served.Select(s => s.Due.Due.After(at).UtcDateTime).ToArray(),
            served.Select(s => s.Listing).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(Parameter(value));
        return command;
    }

    // Arrays of nullable elements need their type named.
    private static NpgsqlParameter Parameter(object value) => value switch
    {
        Guid?[] => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid },
        DateOnly?[] => new() { Value = value, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Date },
        _ => new() { Value = value },
    };
}
