using Microsoft.Extensions.Options;
using Npgsql;
using NpgsqlTypes;
using PaperDigest.Community;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Submissions;

/// <summary>
/// Takes submissions, and lists those that are accepted on the latest day. Accepting and listing are one statement, and a paper is
/// submitted once whoever comes second.
/// </summary>
internal sealed class SubmissionDesk(NpgsqlDataSource database, PaperFetch papers, IOptions<SubmissionsOptions> options)
{
    // The day's list is a curated list of our own: it stands first, and marks its day to be ranked again. Where no day was listed yet,
    // that of the submission is the first.
    private const string ListIt =
        """
        day AS (SELECT coalesce((SELECT max(date) FROM listing_days WHERE announced_at <= @now), @now::date) AS date),
        listing AS (
            INSERT INTO curated_listings AS l (date, list, entry_count, observed_at) SELECT day.date, 'site', 1, @now FROM day, accepted
            ON CONFLICT (date, list) DO UPDATE SET entry_count = l.entry_count + 1, observed_at = @now RETURNING l.date, l.entry_count),
        entry AS (
            INSERT INTO curated_entries (date, list, arxiv_id, position, submitted_by, submitted_by_name, submitted_at)
            SELECT l.date, 'site', s.arxiv_id, l.entry_count, a.public_name, a.public_name, s.submitted_at
            FROM listing l, accepted s LEFT JOIN accounts a ON a.id = s.account_id RETURNING arxiv_id),
        marked AS (
            INSERT INTO listing_days AS d (date, announced_at, new_count, cross_count, replaced_count, is_sample, changed_at)
            SELECT date, @now, 0, 0, 0, false, @now FROM listing
            ON CONFLICT (date) DO UPDATE SET changed_at = greatest(excluded.changed_at, d.ranked_at + interval '1 microsecond'))
        SELECT (SELECT count(*)::integer FROM entry)
        """;

    /// <summary>Takes the submission in, and the paper itself where the catalogue lacks it.</summary>
    public async Task<SubmitResult> SubmitAsync(SubmitOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        var mode = order.IsCurator ? SubmissionMode.Open : options.Value.Submissions;
        if (mode == SubmissionMode.Closed) return new SubmitResult(SubmitOutcome.Closed);
        if (!ArxivId.TryParse(order.Paper.Trim(), out var id)) return new SubmitResult(SubmitOutcome.NotAnId);
        var paper = id.ToString();
        var (isKnown, lately) = await StandingAsync(paper, order.Account, now, cancel);
        if (isKnown) return new SubmitResult(SubmitOutcome.Known, paper);
        if (!order.IsCurator && lately >= options.Value.SubmissionsADay) return new SubmitResult(SubmitOutcome.TooOften, paper);
        if (await papers.EnsureAsync(id, now, cancel) is { } refusal) return new SubmitResult(refusal, paper);
        if (!await StoreAsync(order, paper, now, cancel)) return new SubmitResult(SubmitOutcome.Known, paper);
        if (mode == SubmissionMode.Queued) return new SubmitResult(SubmitOutcome.Queued, paper);
        await AcceptAsync(paper, order.IsCurator ? order.Account : null, now, cancel);
        return new SubmitResult(SubmitOutcome.Listed, paper);
    }

    /// <summary>Accepts a submission that waits, and lists it. False when it waits no more.</summary>
    public async Task<bool> AcceptAsync(string arxivId, Guid? curator, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys.
        await using var command = database.CreateCommand(
            $"""
            WITH accepted AS (
                UPDATE submissions SET state = 'accepted', decided_at = @now, decided_by = @curator,
                    listed_on = coalesce((SELECT max(date) FROM listing_days WHERE announced_at <= @now), @now::date)
                WHERE arxiv_id = @paper AND state = 'waiting' RETURNING arxiv_id, account_id, submitted_at),
            decided AS (SELECT arxiv_id, account_id FROM accepted),
            {CommentNotices.OfDecision(NoticeKind.SubmissionDecided)},
            {ListIt}
            """);
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.Add(new NpgsqlParameter<Guid?>("curator", NpgsqlDbType.Uuid) { TypedValue = curator });
        command.Parameters.AddWithValue("verdict", "accepted");
        command.Parameters.Add(new NpgsqlParameter<string?>("reason", NpgsqlDbType.Text) { TypedValue = null });
        return await command.ExecuteScalarAsync(cancel) is > 0;
    }

    /// <summary>Declines a submission that waits. False when it waits no more.</summary>
    public async Task<bool> DeclineAsync(string arxivId, Guid curator, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary key.
        await using var command = database.CreateCommand(
            $"""
            WITH decided AS (
                UPDATE submissions SET state = 'declined', decided_at = @now, decided_by = @curator, reason = @reason
                WHERE arxiv_id = @paper AND state = 'waiting' RETURNING arxiv_id, account_id),
            {CommentNotices.OfDecision(NoticeKind.SubmissionDecided)}
            SELECT count(*) FROM decided
            """);
        command.Parameters.AddWithValue("verdict", "declined");
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("curator", curator);
        command.Parameters.AddWithValue("reason", reason);
        return await command.ExecuteScalarAsync(cancel) is > 0L;
    }

    private async Task<(bool IsKnown, int Lately)> StandingAsync(string paper, Guid account, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary key, and a range of ix_submissions_account_id_submitted_at.
        await using var command = database.CreateCommand(
            """
            SELECT EXISTS (SELECT FROM submissions WHERE arxiv_id = @paper),
                (SELECT count(*)::integer FROM submissions WHERE account_id = @account AND submitted_at > @now - interval '24 hours')
            """);
        command.Parameters.AddWithValue("paper", paper);
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("now", now);
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (row.GetBoolean(0), row.GetInt32(1));
    }

    private async Task<bool> StoreAsync(SubmitOrder order, string paper, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "INSERT INTO submissions (arxiv_id, account_id, submitted_at, comment, state) VALUES (@paper, @account, @now, @comment, 'waiting') ON CONFLICT DO NOTHING");
        command.Parameters.AddWithValue("paper", paper);
        command.Parameters.AddWithValue("account", order.Account);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.Add(new NpgsqlParameter<string?>("comment", NpgsqlDbType.Text) { TypedValue = order.Comment });
        return await command.ExecuteNonQueryAsync(cancel) > 0;
    }
}
