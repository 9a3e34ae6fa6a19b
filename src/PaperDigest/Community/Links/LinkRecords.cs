using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>The links that a person set: exported, and left without a name when the account goes, for papers keep them.</summary>
internal sealed class LinkRecords(NpgsqlDataSource database) : IPersonalRecords
{
    public string Name => "links_of_papers";

    // By ix_paper_links_account_id.
    public async Task<object> ExportAsync(Person person, CancellationToken cancel) => await ExportedRows.OfAsync(
        database, "SELECT arxiv_id, set_at, code_url, project_url, data_url FROM paper_links WHERE account_id = $1 ORDER BY set_at, arxiv_id", person, cancel);

    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("UPDATE paper_links SET account_id = NULL WHERE account_id = @account", connection);
        command.Parameters.AddWithValue("account", person.Id);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
