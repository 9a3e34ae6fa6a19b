using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>A person's visits: taken over from the visitor unless the account has its own, exported, and gone with the account.</summary>
internal sealed class VisitRecords(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "visits";

    // All by the primary key.
    public async Task<object> ExportAsync(Person person, CancellationToken cancel) => await ExportedRows.OfAsync(
        database, "SELECT seen_until, last_at FROM visits WHERE reader_id = $1", person, cancel);

    public async Task TakeOverAsync(NpgsqlConnection connection, TakeOver visitor, CancellationToken cancel)
    {
        const string sql =
            """
            WITH moved AS (DELETE FROM visits WHERE reader_id = @visitor RETURNING seen_until, last_at)
            INSERT INTO visits (reader_id, seen_until, last_at) SELECT @account, seen_until, last_at FROM moved ON CONFLICT DO NOTHING
            """;
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("visitor", visitor.Visitor);
        command.Parameters.AddWithValue("account", visitor.Account);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("DELETE FROM visits WHERE reader_id = @account", connection);
        command.Parameters.AddWithValue("account", person.Id);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
