using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>A person's library: what was saved and read.</summary>
internal sealed class LibraryRecords(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "library";

    public async Task<object> ExportAsync(Person person, CancellationToken cancel) => new
    {
        // Both by the primary keys, whose first column is the reader.
        Saved = await ExportedRows.OfAsync(
            database, "SELECT arxiv_id, saved_at, note, tags, removed_at FROM saved_papers WHERE reader_id = $1 ORDER BY saved_at, arxiv_id", person, cancel),
        Read = await ExportedRows.OfAsync(database, "SELECT arxiv_id, read_at FROM read_papers WHERE reader_id = $1 ORDER BY read_at, arxiv_id", person, cancel),
    };

    /// <summary>What the account has stays as it is.</summary>
    public async Task TakeOverAsync(NpgsqlConnection connection, TakeOver visitor, CancellationToken cancel)
    {
        // By the primary keys, whose first column is the reader; in their order, so that two browsers can't wait for each other.
        await using var command = new NpgsqlCommand(
            """
            WITH saved AS (DELETE FROM saved_papers WHERE reader_id = @visitor RETURNING *),
            read AS (DELETE FROM read_papers WHERE reader_id = @visitor RETURNING *),
            handed AS (
                INSERT INTO read_papers (reader_id, arxiv_id, read_at)
                SELECT @account, arxiv_id, read_at FROM read ORDER BY arxiv_id ON CONFLICT DO NOTHING)
            INSERT INTO saved_papers (reader_id, arxiv_id, saved_at, note, tags, removed_at)
            SELECT @account, arxiv_id, saved_at, note, tags, removed_at FROM saved ORDER BY arxiv_id ON CONFLICT DO NOTHING
            """, connection);
        command.Parameters.AddWithValue("visitor", visitor.Visitor);
        command.Parameters.AddWithValue("account", visitor.Account);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys. The key of private feeds goes with the account by its own.
        await using var command = new NpgsqlCommand(
            "WITH read AS (DELETE FROM read_papers WHERE reader_id = $1) DELETE FROM saved_papers WHERE reader_id = $1", connection);
        command.Parameters.Add(new() { Value = person.Id });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
