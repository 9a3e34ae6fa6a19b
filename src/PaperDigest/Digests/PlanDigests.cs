using Npgsql;
using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>
/// Composes what is due, in batches of one transaction each: the messages, the rows that say that each period was dealt with, and
/// the subscriptions' next hours. Any number of planners may run at once; a period is planned once whatever happens to them.
/// </summary>
internal sealed class PlanDigests(NpgsqlDataSource database, DigestQueries queries, DigestPress press)
{
    // Some eight megabytes of messages.
    private const int BatchSize = 200;

    /// <summary>Plans as of an instant: subscriptions confirmed and listings announced by then.</summary>
    public async Task<PlanReport> RunAsync(DateTimeOffset at, CancellationToken cancel)
    {
        if (!await IsAnyDueAsync(at, cancel)) return PlanReport.Nothing;
        var desk = await DigestDesk.OpenAsync(queries, press, at, cancel);
        var earlier = desk.Day is null ? new Dictionary<Guid, string[]>() : await queries.EarlierIssuesAsync(desk.Day, cancel);
        var report = PlanReport.Nothing;
        while (await PlanBatchAsync(new PlanningDay(desk, earlier, at), cancel) is { } batch) report = report.Then(batch);
        return report;
    }

    /// <summary>Whether any subscription waits for its digest, one that another planner has in hand included.</summary>
    public async Task<bool> IsAnyDueAsync(DateTimeOffset at, CancellationToken cancel)
    {
        // By ix_subscriptions_next_due_at_id.
        await using var query = database.CreateCommand(
            """
            SELECT EXISTS (SELECT 1 FROM subscriptions
                WHERE state = 'confirmed' AND cadence = 'daily' AND next_due_at <= $1 AND confirmed_at <= $1)
            """);
        query.Parameters.Add(new() { Value = at.UtcDateTime });
        return (bool)(await query.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Null when nothing was due that no other planner holds.</summary>
    private async Task<PlanReport?> PlanBatchAsync(PlanningDay day, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var sql = new PlanningSql(connection);
        List<DuePeriod> due = [.. (await sql.TakeDueAsync(day.At, BatchSize, cancel)).Select(d => new DuePeriod(d, d.Period(day.At)))];
        if (due.Count == 0) return null;

        var planned = await DecideAsync(sql, due, day, cancel);
        await StoreAsync(sql, planned, day, cancel);
        var listings = planned.ToDictionary(p => p.Of, p => p.Listing);
        await sql.AdvanceAsync([.. due.Select(d => (d, listings.GetValueOrDefault(d)))], day.At, cancel);
        await transaction.CommitAsync(cancel);
        return new PlanReport(
            planned.Count(p => p.Composed is not null),
            planned.Where(p => p.Suppressed is not null).GroupBy(p => p.Suppressed!.Value).ToDictionary(g => g.Key, g => g.Count()));
    }

    private static async Task<List<PlannedPeriod>> DecideAsync(
        PlanningSql sql, List<DuePeriod> due, PlanningDay day, CancellationToken cancel)
    {
        var before = await sql.PlannedAsync(due, cancel);
        // Nobody's when no earlier digest holds a paper of the day, as on most days.
        var mailed = await sql.MailedAsync(day.Earlier.Count == 0 ? [] : due, day.Earlier.Keys, cancel);
        var planned = new List<PlannedPeriod>();
        foreach (var period in due.Where(p => !before.Contains((p.Subscription, p.Key))))
            planned.Add(await DecideAsync(period, mailed[period.Subscription], day, cancel));
        return planned;
    }

    private static async Task<PlannedPeriod> DecideAsync(
        DuePeriod period, IEnumerable<Guid> mailed, PlanningDay day, CancellationToken cancel)
    {
        if (day.Desk.Day is not { } listing || !period.Due.Wants(listing.Date)) return new(period, null, SuppressionReason.NoNewListing);
        var wish = new IssueWish(period.Key, period.Due.Reader.Wishes.Topics, mailed.SelectMany(issue => day.Earlier[issue]).ToHashSet());
        var composed = await day.Desk.ComposeAsync(wish, day.At, cancel);
        return new(period, composed, composed is null ? SuppressionReason.NoPaperInTopics : null) { Listing = listing.Date };
    }

    private async Task StoreAsync(PlanningSql sql, List<PlannedPeriod> planned, PlanningDay day, CancellationToken cancel)
    {
        var mailed = planned.Where(p => p.Composed is not null).ToList();
        var issues = mailed.Select(p => p.Composed!.Issue).ToList();
        // The archive shows the period's issue of all topics, whether or not somebody chose none.
        foreach (var key in mailed.Select(p => p.Of.Key).Distinct().ToList())
            if (await day.Desk.ComposeAsync(new IssueWish(key, []), day.At, cancel) is { } general) issues.Add(general.Issue);
        // In one order, or two planners that add the same issues would wait for each other.
        foreach (var issue in issues.DistinctBy(i => i.Id).OrderBy(i => i.Id)) await sql.AddIssueAsync(issue, cancel);
        var mails = mailed.Select(p => press.Write(p.Composed!.Template, p.Of.Due.Reader, p.Delivery, day.At));
        await Outbox.EnqueueAsync(sql.Connection, [.. mails], cancel);
        await sql.AddDeliveriesAsync(planned, day.At, cancel);
    }

    /// <summary>What all batches of one planning share.</summary>
    /// <param name="Earlier">Digests of the weeks before that hold papers of the day, with those papers.</param>
    private sealed record PlanningDay(DigestDesk Desk, IReadOnlyDictionary<Guid, string[]> Earlier, DateTimeOffset At);
}
