using Npgsql;

namespace PaperDigest.Accounts;

/// <summary>Does with the records of all slices what is done with a person's at once; each act is one transaction.</summary>
internal sealed class PersonalRecords(IEnumerable<IPersonalRecords> slices, NpgsqlDataSource database)
{
    // One order everywhere, so that two acts on one person can't wait for each other.
    private readonly IPersonalRecords[] _slices = [.. slices.OrderBy(s => s.Name, StringComparer.Ordinal)];

    /// <summary>All that is kept of the person, by name.</summary>
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(Person person, CancellationToken cancel)
    {
        var records = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var slice in _slices) records[slice.Name] = await slice.ExportAsync(person, cancel);
        return records;
    }

    /// <summary>Makes a visitor's records the account's.</summary>
    public async Task TakeOverAsync(TakeOver visitor, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        foreach (var slice in _slices) await slice.TakeOverAsync(connection, visitor, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Erases or leaves without a name what is kept of the person, and the account with its links and passkeys. Safe to repeat.</summary>
    public async Task EraseAsync(Person person, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        foreach (var slice in _slices) await slice.EraseAsync(connection, person, now, cancel);
        // By ix_sign_in_links_email_key_asked_at; the rest of what hangs on the account goes with it by its keys.
        const string sql =
            """
            WITH links AS (DELETE FROM sign_in_links WHERE email_key = $2)
            DELETE FROM accounts WHERE id = $1
            """;
        await using var delete = new NpgsqlCommand(sql, connection);
        delete.Parameters.Add(new() { Value = person.Id });
        delete.Parameters.Add(new() { Value = person.Email.ToLowerInvariant() });
        await delete.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
    }
}
