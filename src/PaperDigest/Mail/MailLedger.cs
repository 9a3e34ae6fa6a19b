using Npgsql;

namespace PaperDigest.Mail;

/// <summary>
/// The state of every message on its way out, moved by single statements that name the state and the lease they expect: of two
/// workers that reach for one message, one gets it, and no lock is held while a server is spoken to.
/// </summary>
internal sealed class MailLedger(NpgsqlDataSource database)
{
    /// <summary>Whether a claim of this round would find anything.</summary>
    public async Task<bool> IsAnyDueAsync(DeliveryRound round, CancellationToken cancel)
    {
        // By ix_outgoing_mail_not_before_id.
        await using var query = database.CreateCommand(
            "SELECT EXISTS (SELECT 1 FROM outgoing_mail WHERE state = 'queued' AND (not_before <= $1 OR ($2 AND reply IS NOT NULL)))");
        query.Parameters.Add(new() { Value = round.At.UtcDateTime });
        query.Parameters.Add(new() { Value = round.RetriesAtOnce });
        return (bool)(await query.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Claims the next messages for a sender, oldest first; those too late to be of use are marked expired on the way.</summary>
    public async Task<ClaimedMail> ClaimAsync(MailClaim claim, CancellationToken cancel)
    {
        // By ix_outgoing_mail_not_before_id. Leases run on the server's clock, the only one that all processes share.
        const string sql =
            """
            WITH next AS (
                SELECT id, not_after <= $2 AS late FROM outgoing_mail
                WHERE state = 'queued' AND (not_before <= $2 OR ($3 AND reply IS NOT NULL)) AND id <> ALL ($4)
                ORDER BY not_before, id LIMIT $5 FOR UPDATE SKIP LOCKED)
            UPDATE outgoing_mail m SET
                state = CASE WHEN late THEN 'expired' ELSE 'leased' END,
                done_at = CASE WHEN late THEN $2 END,
                lease_token = CASE WHEN NOT late THEN $1 END,
                lease_until = CASE WHEN NOT late THEN clock_timestamp() + interval '2 minutes' END,
                attempts = attempts + CASE WHEN late THEN 0 ELSE 1 END
            FROM next WHERE m.id = next.id AND m.state = 'queued'
            RETURNING m.id, m.kind, m.from_address, m.to_address, m.content, m.attempts, late
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = claim.Token });
        command.Parameters.Add(new() { Value = claim.Now.UtcDateTime });
        command.Parameters.Add(new() { Value = claim.RetriesAtOnce });
        command.Parameters.Add(new() { Value = claim.Except });
        command.Parameters.Add(new() { Value = claim.Count });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var leased = new List<LeasedMail>();
        var expired = 0;
        while (await reader.ReadAsync(cancel))
        {
            if (reader.GetBoolean(6)) expired++;
            else leased.Add(Read(reader, claim.Token));
        }
        return new ClaimedMail(leased, expired);
    }

    /// <summary>
    /// Writes, durably, that the body goes out next. False when the message is no longer this sender's or was withdrawn: then
    /// nothing may be sent.
    /// </summary>
    public async Task<bool> BeginHandOverAsync(LeasedMail mail, DateTimeOffset now, CancellationToken cancel)
    {
        // Twelve minutes: a relay may take ten to answer the final dot (RFC 5321, 4.5.3.2.6).
        const string sql =
            """
            UPDATE outgoing_mail SET state = 'handing_over', handing_over_at = $3, lease_until = clock_timestamp() + interval '12 minutes'
            WHERE id = $1 AND lease_token = $2 AND state = 'leased'
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = mail.Id });
        command.Parameters.Add(new() { Value = mail.Token });
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        return await command.ExecuteNonQueryAsync(cancel) == 1;
    }

    /// <summary>
    /// Books what came of an attempt. What was taken for unknown meanwhile is resolved by it: the sender lived after all.
    /// </summary>
    public async Task BookAsync(LeasedMail mail, MailStep step, DateTimeOffset now, CancellationToken cancel)
    {
        const string sql =
            """
            UPDATE outgoing_mail SET
                state = $3, reply_code = $4, reply = $5, lease_token = NULL, lease_until = NULL,
                not_before = CASE WHEN $3 = 'queued' THEN $6 ELSE not_before END,
                handing_over_at = CASE WHEN $3 <> 'queued' THEN handing_over_at END,
                done_at = CASE WHEN $3 <> 'queued' THEN $7 END,
                attempts = attempts - $8
            WHERE id = $1 AND lease_token = $2 AND state IN ('leased', 'handing_over', 'unknown')
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = mail.Id });
        command.Parameters.Add(new() { Value = mail.Token });
        command.Parameters.Add(new() { Value = Outbox.Word(step.State) });
        command.Parameters.Add(new() { Value = (object?)step.Reply.Code ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer });
        command.Parameters.Add(new() { Value = step.Reply.Text });
        command.Parameters.Add(new() { Value = (now + step.Wait).UtcDateTime });
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        command.Parameters.Add(new() { Value = step.IsCharged ? 0 : 1 });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Gives back what was claimed and not tried.</summary>
    public async Task ReleaseAsync(IReadOnlyCollection<LeasedMail> mails, CancellationToken cancel)
    {
        if (mails.Count == 0) return;
        const string sql =
            """
            UPDATE outgoing_mail SET state = 'queued', attempts = attempts - 1, lease_token = NULL, lease_until = NULL
            WHERE id = ANY($1) AND lease_token = $2 AND state = 'leased'
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = mails.Select(m => m.Id).ToArray() });
        command.Parameters.Add(new() { Value = mails.First().Token });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>
    /// Takes over from senders that died or whose leases ran out. What had not begun to go out is queued again; of what had,
    /// nobody knows, and a digest is held as such. Returns how many digests became unknown.
    /// </summary>
    public async Task<int> ReapAsync(DateTimeOffset now, CancellationToken cancel)
    {
        // By ix_outgoing_mail_lease_until. A lease names the advisory lock that its sender holds (SenderPresence).
        const string sql =
            """
            WITH present AS MATERIALIZED (
                SELECT (classid::bigint << 32) | objid::bigint AS sender FROM pg_locks
                WHERE locktype = 'advisory' AND objsubid = 1 AND granted
                    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())),
            reaped AS (
                UPDATE outgoing_mail SET
                    state = CASE WHEN state = 'handing_over' AND kind = 'digest' THEN 'unknown' ELSE 'queued' END,
                    lease_token = CASE WHEN state = 'handing_over' AND kind = 'digest' THEN lease_token END,
                    done_at = CASE WHEN state = 'handing_over' AND kind = 'digest' THEN $1 END,
                    reply = CASE WHEN state = 'handing_over'
                        THEN 'The sender was lost after the message had begun to go out.' ELSE reply END,
                    lease_until = NULL
                WHERE state IN ('leased', 'handing_over')
                    AND (lease_until < clock_timestamp() OR hashtextextended(lease_token::text, 0) NOT IN (SELECT sender FROM present))
                RETURNING state)
            SELECT count(*) FROM reaped WHERE state = 'unknown'
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        return (int)(long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>
    /// How many messages are still to go out as of <paramref name="now"/>: due, waiting after a refusal, or with a sender.
    /// </summary>
    public async Task<int> CountLeftAsync(DateTimeOffset now, CancellationToken cancel)
    {
        // By the two partial indexes on the states that are not final.
        const string sql =
            """
            SELECT (SELECT count(*) FROM outgoing_mail WHERE state = 'queued' AND (not_before <= $1 OR reply IS NOT NULL))
                + (SELECT count(*) FROM outgoing_mail WHERE state IN ('leased', 'handing_over'))
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = now.UtcDateTime });
        return (int)(long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static LeasedMail Read(NpgsqlDataReader row, Guid token) => new(
        row.GetGuid(0), Enum.Parse<MailKind>(row.GetString(1).Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        row.GetString(2), row.GetString(3), row.GetFieldValue<byte[]>(4), row.GetInt32(5), token);
}
