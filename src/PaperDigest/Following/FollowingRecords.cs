using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Following;

/// <summary>What a person follows, and the papers that the person does not want to be offered again.</summary>
internal sealed class FollowingRecords(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "following";

    public async Task<object> ExportAsync(Person person, CancellationToken cancel) => new
    {
        // Both by the primary keys, whose first column is the reader.
        Follows = await ExportedRows.OfAsync(database, "SELECT kind, subject, created_at, is_muted FROM follows WHERE reader_id = $1 ORDER BY kind, subject", person, cancel),
        Hidden = await ExportedRows.OfAsync(database, "SELECT arxiv_id, hidden_at FROM hidden_papers WHERE reader_id = $1 ORDER BY hidden_at, arxiv_id", person, cancel),
    };

    /// <summary>What the account has stays as it is.</summary>
    public async Task TakeOverAsync(NpgsqlConnection connection, TakeOver visitor, CancellationToken cancel)
    {
        // By the primary keys, and in their order, so that two browsers can't wait for each other.
        await using var command = new NpgsqlCommand(
            """
            WITH followed AS (DELETE FROM follows WHERE reader_id = @visitor RETURNING *),
            hidden AS (DELETE FROM hidden_papers WHERE reader_id = @visitor RETURNING *),
            handed AS (
                INSERT INTO hidden_papers (reader_id, arxiv_id, hidden_at) SELECT @account, arxiv_id, hidden_at FROM hidden ORDER BY arxiv_id
                ON CONFLICT DO NOTHING)
            INSERT INTO follows (reader_id, kind, subject, created_at, is_muted)
            SELECT @account, kind, subject, created_at, is_muted FROM followed ORDER BY kind, subject ON CONFLICT DO NOTHING
            """, connection);
        command.Parameters.AddWithValue("visitor", visitor.Visitor);
        command.Parameters.AddWithValue("account", visitor.Account);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "WITH hidden AS (DELETE FROM hidden_papers WHERE reader_id = $1) DELETE FROM follows WHERE reader_id = $1", connection);
        command.Parameters.Add(new() { Value = person.Id });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
