using System.Data;
using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>
/// Computes the order of listing days and stores it. A day is replaced whole in one transaction that holds the day's row, so any
/// number of processes may rank at once, whoever reads sees one complete order, and what changes the day meanwhile waits and
/// marks it as out of date again. What a day costs depends on its own length only.
/// </summary>
internal sealed class DayRanking(NpgsqlDataSource database, TimeProvider time)
{
    /// <summary>Days before the instant that <see cref="RankAsOfAsync"/> computes again although nothing about them changed.</summary>
    private const int DaysAsOf = 30;

    /// <summary>
    /// Ranks the days that changed since they were last ranked, and the newest, in which old papers listed again age otherwise
    /// than new ones.
    /// </summary>
    public async Task<IReadOnlyList<RankedDay>> RankAsync(DateTimeOffset now, CancellationToken cancel)
    {
        // A table of one row a day, read in whole.
        const string sql =
            """
            SELECT date FROM listing_days
            WHERE ranked_at IS NULL OR ranked_at < changed_at OR date = (SELECT max(date) FROM listing_days)
            ORDER BY date
            """;
        await using var command = database.CreateCommand(sql);
        return await RankAsync(await DatesAsync(command, cancel), new Instant(now, IsPast: false), cancel);
    }

    /// <summary>
    /// Ranks as of an instant: the days announced by then that changed or are of the thirty before it, with the votes cast by
    /// then, what other sites were last seen to count by then, and ages as they were then. Asked again it gives the same, but for
    /// votes and comments taken back since, of which no trace is kept.
    /// </summary>
    public async Task<IReadOnlyList<RankedDay>> RankAsOfAsync(DateTimeOffset at, CancellationToken cancel)
    {
        const string sql =
            """
            SELECT date FROM listing_days
            WHERE announced_at <= @at AND (ranked_at IS NULL OR ranked_at < changed_at OR date >= @at::date - @days)
            ORDER BY date
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("at", at);
        command.Parameters.AddWithValue("days", DaysAsOf);
        return await RankAsync(await DatesAsync(command, cancel), new Instant(at, IsPast: true), cancel);
    }

    private async Task<IReadOnlyList<RankedDay>> RankAsync(IReadOnlyList<DateOnly> days, Instant at, CancellationToken cancel)
    {
        var ranked = new List<RankedDay>();
        foreach (var day in days)
        {
            if (await RankAsync(day, at, cancel) is { } done) ranked.Add(done);
        }
        return ranked;
    }

    /// <summary>Null when the day has gone or is going, as the sample's days go; if it stays, the next ranking finds it.</summary>
    private async Task<RankedDay?> RankAsync(DateOnly day, Instant at, CancellationToken cancel)
    {
        try
        {
            return await RankHeldAsync(day, at, cancel);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return null;
        }
    }

    private async Task<RankedDay?> RankHeldAsync(DateOnly day, Instant at, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
        if (!await HoldAsync(connection, day, cancel)) return null;

        // A statement of its own after the lock: it sees all that was committed by whoever held the day before.
        var papers = DayOrder.Of(day, await SignalsAsync(connection, day, at, cancel));
        await ReplaceAsync(connection, day, papers, cancel);
        await MarkRankedAsync(connection, day, at.At, cancel);
        await transaction.CommitAsync(cancel);
        return new RankedDay(day, papers.Count);
    }

    private static async Task<bool> HoldAsync(NpgsqlConnection connection, DateOnly day, CancellationToken cancel)
    {
        await using var command = Command(connection, "SELECT 1 FROM listing_days WHERE date = @day FOR NO KEY UPDATE", day);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    private async Task<List<UnrankedPaper>> SignalsAsync(NpgsqlConnection connection, DateOnly day, Instant at, CancellationToken cancel)
    {
        // By the primary keys: a range of listing_entries and one of curated_entries for the day, then papers, listing_days, votes and
        // the place so far for each paper, and ix_comments_shown and vote_observations for each that has any. Counts without a
        // look, as those of the sample, are taken as they are. A paper counts as new where any category announced it so. One first listed on a day that we do not have was
        // announced at about midnight UTC of that date (20:00 Eastern time on the evening before).
        // The papers are locked against removal, which would wait for the day that is held here: whoever removes them goes first.
        const string sql =
            """
            SELECT p.arxiv_id, e.is_new, c.arxiv_id IS NOT NULL, v.votes, v.weight, o.votes, o.comments + k.people,
                CASE WHEN r.arxiv_id IS NOT NULL THEN coalesce(r.came_at, d.announced_at) END,
                extract(epoch FROM @at - least(d.announced_at, coalesce(f.announced_at, p.first_listed::timestamp AT TIME ZONE 'UTC'))) / 3600.0
            FROM (SELECT arxiv_id, bool_or(section = 'new') AS is_new FROM listing_entries
                  WHERE date = @day AND section IN ('new', 'cross') GROUP BY arxiv_id) e
            FULL JOIN (SELECT DISTINCT arxiv_id FROM curated_entries WHERE date = @day) c USING (arxiv_id)
            JOIN papers p USING (arxiv_id)
            JOIN listing_days d ON d.date = @day
            LEFT JOIN listing_days f ON f.date = p.first_listed
            LEFT JOIN ranked_papers r ON r.arxiv_id = p.arxiv_id AND r.date = @day
            CROSS JOIN LATERAL (SELECT count(*)::integer AS votes, coalesce(sum(weight), 0) AS weight FROM votes
                                WHERE votes.arxiv_id = p.arxiv_id AND cast_at <= @at) v
            CROSS JOIN LATERAL (SELECT count(DISTINCT account_id)::integer AS people FROM comments
                                WHERE p.comment_count > 0 AND comments.arxiv_id = p.arxiv_id AND state = 'shown' AND created_at <= @at) k
            CROSS JOIN LATERAL (
                SELECT coalesce(seen.votes, CASE WHEN known.is_so THEN 0 ELSE p.outside_votes END) AS votes,
                    coalesce(seen.comments, CASE WHEN known.is_so THEN 0 ELSE p.outside_comments END) AS comments
                FROM (SELECT EXISTS (SELECT FROM vote_observations x WHERE @as_of AND p.outside_votes + p.outside_comments > 0 AND x.arxiv_id = p.arxiv_id) AS is_so) known
                LEFT JOIN LATERAL (SELECT x.votes, x.comments FROM vote_observations x
                    WHERE known.is_so AND x.arxiv_id = p.arxiv_id AND x.observed_at <= @at ORDER BY x.observed_at DESC LIMIT 1) seen ON true) o
            FOR KEY SHARE OF p NOWAIT
            """;
        await using var command = Command(connection, sql, day);
        command.Parameters.AddWithValue("at", at.At);
        command.Parameters.AddWithValue("as_of", at.IsPast);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var papers = new List<UnrankedPaper>();
        var came = NotAfterNow(at.At);
        while (await reader.ReadAsync(cancel))
        {
            papers.Add(new UnrankedPaper(
                reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetBoolean(1) ? ListingSection.New : ListingSection.Cross, reader.GetInt32(3),
                new TrendSignals(reader.GetDouble(4), reader.GetInt32(5), reader.GetInt32(6), (double)reader.GetDecimal(8)))
            {
                IsCurated = reader.GetBoolean(2), CameAt = reader.IsDBNull(7) ? came : reader.GetFieldValue<DateTimeOffset>(7),
            });
        }
        return papers;
    }

    private static async Task ReplaceAsync(NpgsqlConnection connection, DateOnly day, IReadOnlyList<RankedPaper> papers, CancellationToken cancel)
    {
        await using var delete = Command(connection, "DELETE FROM ranked_papers WHERE date = @day", day);
        await delete.ExecuteNonQueryAsync(cancel);

        await using var copy = await connection.BeginBinaryImportAsync(
            """
            COPY ranked_papers (date, rank, arxiv_id, section, is_curated, score, weighted_votes, votes, outside_votes, commenters, age_hours, came_at)
            FROM STDIN (FORMAT binary)
            """, cancel);
        foreach (var paper in papers)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(paper.Date, NpgsqlDbType.Date, cancel);
            await copy.WriteAsync(paper.Rank, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(paper.ArxivId, NpgsqlDbType.Text, cancel);
            if (paper.Section is { } section) await copy.WriteAsync(section == ListingSection.New ? "new" : "cross", NpgsqlDbType.Text, cancel);
            else await copy.WriteNullAsync(cancel);
            await copy.WriteAsync(paper.IsCurated, NpgsqlDbType.Boolean, cancel);
            await copy.WriteAsync(paper.Score, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync(paper.WeightedVotes, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync(paper.Votes, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(paper.OutsideVotes, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(paper.Commenters, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(paper.AgeHours, NpgsqlDbType.Double, cancel);
            await copy.WriteAsync(paper.CameAt!.Value, NpgsqlDbType.TimestampTz, cancel);
        }
        await copy.CompleteAsync(cancel);
    }

    private async Task MarkRankedAsync(NpgsqlConnection connection, DateOnly day, DateTimeOffset at, CancellationToken cancel)
    {
        await using var command = Command(connection, "UPDATE listing_days SET ranked_at = @at WHERE date = @day", day);
        command.Parameters.AddWithValue("at", NotAfterNow(at));
        await command.ExecuteNonQueryAsync(cancel);
    }

    // A ranking as of an instant to come must not make the day look up to date until then.
    private DateTimeOffset NotAfterNow(DateTimeOffset at)
    {
        var now = time.GetUtcNow();
        return at < now ? at : now;
    }

    private static async Task<List<DateOnly>> DatesAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var dates = new List<DateOnly>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) dates.Add(reader.GetFieldValue<DateOnly>(0));
        return dates;
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, DateOnly day)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("day", day);
        return command;
    }

    /// <summary>Of now, what is stored is taken as it is: another node's clock may be a little ahead. Of the past, as it was seen by then.</summary>
    private sealed record Instant(DateTimeOffset At, bool IsPast);
}
