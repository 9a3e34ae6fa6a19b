using Npgsql;
using PaperDigest.Accounts;
using PaperDigest.Mail;

namespace PaperDigest.Community;

/// <summary>A person's notices: in the export, and gone with the account.</summary>
internal sealed class PersonalNotices(NpgsqlDataSource database) : IPersonalRecords
{
    /// <summary>More than a month of a much-mentioned person's.</summary>
    private const int MostExported = 10_000;

    public string Name => "notices";

    public async Task<object> ExportAsync(Person person, CancellationToken cancel)
    {
        var notices = await new NoticeBox(database).ListAsync(person.Id, DateTimeOffset.MaxValue, MostExported, cancel);
        return notices.Select(n => new { n.At, Kind = Outbox.Word(n.Kind), n.ArxivId, n.Actor, n.Words, n.IsUnread }).ToList();
    }

    public async Task EraseAsync(NpgsqlConnection connection, Person person, DateTimeOffset now, CancellationToken cancel)
    {
        // By the indexes on account_id.
        await using var command = new NpgsqlCommand(
            """
            WITH wishes AS (DELETE FROM notice_wishes WHERE account_id = @account), mails AS (DELETE FROM notice_mails WHERE account_id = @account)
            DELETE FROM notices WHERE account_id = @account
            """, connection);
        command.Parameters.AddWithValue("account", person.Id);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
