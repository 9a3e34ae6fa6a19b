using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Community;

/// <summary>
/// Saves papers for a reader, with tags and a note. Every act is one statement and safe to repeat. A paper taken out that has tags
/// or a note is put aside for <see cref="KeptAside"/>, so that a slip of the finger costs nothing.
/// </summary>
internal sealed class SavedPapers(NpgsqlDataSource database)
{
    /// <summary>Papers that one reader keeps; a search among them reads them all.</summary>
    public const int Most = 5000;

    /// <summary>How long tags and note of a paper that was taken out are there to come back to.</summary>
    public static readonly TimeSpan KeptAside = TimeSpan.FromDays(30);

    // By the primary keys; the count reads no more of the reader's rows than there may be.
    private const string Paper =
        """
        SELECT @reader, arxiv_id, @now, @note, @tags FROM papers WHERE arxiv_id = @paper AND (
            EXISTS (SELECT FROM saved_papers WHERE reader_id = @reader AND arxiv_id = @paper)
            OR (SELECT count(*) FROM (SELECT FROM saved_papers WHERE reader_id = @reader LIMIT @most) s) < @most)
        """;

    /// <summary>Saves the paper; what was noted on it before it was taken out is there again.</summary>
    public Task<SaveOutcome> SaveAsync(Guid reader, string arxivId, DateTimeOffset now, CancellationToken cancel) =>
        KeepAsync(
            $"""
            WITH kept AS (
                INSERT INTO saved_papers AS old (reader_id, arxiv_id, saved_at, note, tags) {Paper}
                ON CONFLICT (reader_id, arxiv_id) DO UPDATE SET
                    saved_at = CASE WHEN old.removed_at IS NULL THEN old.saved_at ELSE @now END, removed_at = NULL
                RETURNING 1)
            SELECT EXISTS (SELECT FROM papers WHERE arxiv_id = @paper), EXISTS (SELECT FROM kept)
            """, new SavedPaper { ReaderId = reader, ArxivId = arxivId, SavedAt = now }, cancel);

    /// <summary>Puts tags and note on the paper, in place of those it had, and saves it where it is not saved.</summary>
    public Task<SaveOutcome> AnnotateAsync(SavedPaper paper, CancellationToken cancel) =>
        KeepAsync(
            $"""
            WITH kept AS (
                INSERT INTO saved_papers AS old (reader_id, arxiv_id, saved_at, note, tags) {Paper}
                ON CONFLICT (reader_id, arxiv_id) DO UPDATE SET
                    saved_at = CASE WHEN old.removed_at IS NULL THEN old.saved_at ELSE @now END, removed_at = NULL, note = @note, tags = @tags
                RETURNING 1)
            SELECT EXISTS (SELECT FROM papers WHERE arxiv_id = @paper), EXISTS (SELECT FROM kept)
            """, paper, cancel);

    /// <summary>Takes the paper out.</summary>
    public async Task RemoveAsync(Guid reader, string arxivId, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary key; the two halves never have a row in common.
        await using var command = database.CreateCommand(
            """
            WITH aside AS (
                UPDATE saved_papers SET removed_at = @now
                WHERE reader_id = @reader AND arxiv_id = @paper AND removed_at IS NULL AND (note IS NOT NULL OR tags <> '{}'))
            DELETE FROM saved_papers WHERE reader_id = @reader AND arxiv_id = @paper AND note IS NULL AND tags = '{}'
            """);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("now", now);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Gives a tag of the reader another name, which may be one there is; without a name it is taken off all papers.</summary>
    public async Task RenameTagAsync(Guid reader, string tag, string? name, CancellationToken cancel)
    {
        // All rows of one reader, by the primary key.
        await using var command = database.CreateCommand(
            """
            UPDATE saved_papers SET tags = ARRAY(
                SELECT DISTINCT t FROM unnest(CASE WHEN @name IS NULL THEN array_remove(tags, @tag) ELSE array_replace(tags, @tag, @name) END) t ORDER BY t)
            WHERE reader_id = @reader AND @tag = ANY (tags)
            """);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("tag", tag);
        command.Parameters.Add(new NpgsqlParameter<string?>("name", NpgsqlDbType.Text) { TypedValue = name });
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<SaveOutcome> KeepAsync(string sql, SavedPaper paper, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("reader", paper.ReaderId);
        command.Parameters.AddWithValue("paper", paper.ArxivId);
        command.Parameters.AddWithValue("now", paper.SavedAt);
        command.Parameters.AddWithValue("tags", paper.Tags);
        command.Parameters.AddWithValue("most", Most);
        command.Parameters.Add(new NpgsqlParameter<string?>("note", NpgsqlDbType.Text) { TypedValue = paper.Note });
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        if (!row.GetBoolean(0)) return SaveOutcome.NoSuchPaper;
        return row.GetBoolean(1) ? SaveOutcome.Saved : SaveOutcome.Full;
    }
}
