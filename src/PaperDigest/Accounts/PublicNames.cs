using Npgsql;

namespace PaperDigest.Accounts;

/// <summary>Who has which public name. Of two who choose one at once, one gets it.</summary>
internal sealed class PublicNames(NpgsqlDataSource database)
{
    /// <summary>Gives the account the name instead of the one that it has. False when somebody else has it.</summary>
    public async Task<bool> ChooseAsync(Guid account, PublicName name, CancellationToken cancel)
    {
        // By primary key, and by ix_accounts_public_name_key, which refuses a second owner.
        await using var update = database.CreateCommand("UPDATE accounts SET public_name = $2, public_name_key = $3 WHERE id = $1");
        update.Parameters.Add(new() { Value = account });
        update.Parameters.Add(new() { Value = name.Text });
        update.Parameters.Add(new() { Value = name.Key });
        try
        {
            await update.ExecuteNonQueryAsync(cancel);
            return true;
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return false;
        }
    }

    /// <summary>The person of that name, however its letters are cased; null when there is none.</summary>
    public async Task<PublicPerson?> FindAsync(string name, CancellationToken cancel)
    {
        // By ix_accounts_public_name_key.
        await using var query = database.CreateCommand("SELECT id, public_name, role, created_at FROM accounts WHERE public_name_key = $1");
        query.Parameters.Add(new() { Value = PublicName.KeyOf(name) });
        await using var reader = await query.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        return new PublicPerson(
            reader.GetGuid(0), reader.GetString(1), Enum.Parse<AccountRole>(reader.GetString(2), ignoreCase: true), reader.GetFieldValue<DateTimeOffset>(3));
    }
}
