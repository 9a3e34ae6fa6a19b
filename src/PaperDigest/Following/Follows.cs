using Npgsql;

namespace PaperDigest.Following;

/// <summary>Keeps what readers follow and what they want to see no more. Every act is one statement and safe to repeat.</summary>
internal sealed class Follows(NpgsqlDataSource database)
{
    /// <summary>Things that one reader follows.</summary>
    public const int Most = 500;

    /// <summary>Of these, phrases: each is looked for in every text of the last days.</summary>
    public const int MostWords = 50;

    /// <summary>And searches: each is run anew.</summary>
    public const int MostSearches = 20;

    /// <summary>Papers that one reader hides; only those of the last days matter, and older ones are cleared away.</summary>
    public const int MostHidden = 5000;

    public static int MostOf(FollowKind kind) => kind switch { FollowKind.Words => MostWords, FollowKind.Search => MostSearches, _ => Most };

    /// <summary>Follows the subject; one that was muted is heard again.</summary>
    public async Task<FollowOutcome> FollowAsync(Guid reader, FollowSubject subject, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary key, whose first columns are counted.
        await using var command = Command(
            """
            INSERT INTO follows (reader_id, kind, subject, created_at, is_muted) SELECT @reader, @kind, @subject, @now, false
            WHERE EXISTS (SELECT FROM follows WHERE reader_id = @reader AND kind = @kind AND subject = @subject) OR (
                (SELECT count(*) FROM follows WHERE reader_id = @reader) < @most
                AND (SELECT count(*) FROM follows WHERE reader_id = @reader AND kind = @kind) < @most_of_kind)
            ON CONFLICT (reader_id, kind, subject) DO UPDATE SET is_muted = false
            """, reader, subject);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("most", Most);
        command.Parameters.AddWithValue("most_of_kind", MostOf(subject.Kind));
        return await command.ExecuteNonQueryAsync(cancel) > 0 ? FollowOutcome.Following : FollowOutcome.Full;
    }

    public async Task UnfollowAsync(Guid reader, FollowSubject subject, CancellationToken cancel)
    {
        await using var command = Command("DELETE FROM follows WHERE reader_id = @reader AND kind = @kind AND subject = @subject", reader, subject);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Keeps the follow, and lets it bring nothing until it is followed again.</summary>
    public async Task MuteAsync(Guid reader, FollowSubject subject, CancellationToken cancel)
    {
        await using var command = Command("UPDATE follows SET is_muted = true WHERE reader_id = @reader AND kind = @kind AND subject = @subject", reader, subject);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>All that the reader follows, muted or not, in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<FollowedSubject>> OfAsync(Guid reader, CancellationToken cancel)
    {
        // A range of the primary key.
        await using var command = database.CreateCommand("SELECT kind, subject, is_muted FROM follows WHERE reader_id = $1 ORDER BY kind, subject LIMIT $2");
        command.Parameters.Add(new() { Value = reader });
        command.Parameters.Add(new() { Value = Most });
        var follows = new List<FollowedSubject>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            if (FollowSubject.Parse($"{rows.GetString(0)}:{rows.GetString(1)}") is { } subject) follows.Add(new FollowedSubject(subject, rows.GetBoolean(2)));
        }
        return follows;
    }

    public async Task<bool> IsFollowingAsync(Guid reader, FollowSubject subject, CancellationToken cancel)
    {
        await using var command = Command("SELECT 1 FROM follows WHERE reader_id = @reader AND kind = @kind AND subject = @subject AND NOT is_muted", reader, subject);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    /// <summary>Hides a paper from what is offered to the reader.</summary>
    public async Task HideAsync(Guid reader, string arxivId, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys.
        await using var command = database.CreateCommand(
            """
            INSERT INTO hidden_papers (reader_id, arxiv_id, hidden_at) SELECT $1, arxiv_id, $3 FROM papers
            WHERE arxiv_id = $2 AND (SELECT count(*) FROM (SELECT FROM hidden_papers WHERE reader_id = $1 LIMIT $4) h) < $4
            ON CONFLICT DO NOTHING
            """);
        command.Parameters.Add(new() { Value = reader });
        command.Parameters.Add(new() { Value = arxivId });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = MostHidden });
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task ShowAsync(Guid reader, string arxivId, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("DELETE FROM hidden_papers WHERE reader_id = $1 AND arxiv_id = $2");
        command.Parameters.Add(new() { Value = reader });
        command.Parameters.Add(new() { Value = arxivId });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private NpgsqlCommand Command(string sql, Guid reader, FollowSubject subject)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("kind", subject.Kind.ToString().ToLowerInvariant());
        command.Parameters.AddWithValue("subject", subject.Name);
        return command;
    }
}
