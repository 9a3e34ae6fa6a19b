using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;

namespace PaperDigest.Accounts;

/// <summary>Rows of the database as they stand in an export: an object each, its names those of the columns.</summary>
internal static class ExportedRows
{
    /// <summary>
    /// The rows of a query about a person: <c>$1</c> is the account's id, <c>$2</c> its address in lower case. Held in memory, as
    /// many as one person can have.
    /// </summary>
    public static async Task<IReadOnlyList<JsonNode>> OfAsync(NpgsqlDataSource database, string sql, Person person, CancellationToken cancel)
    {
        await using var query = database.CreateCommand($"SELECT row_to_json(r)::text FROM ({sql}) r, (SELECT $1::uuid, $2::text) p");
        query.Parameters.Add(new() { Value = person.Id });
        query.Parameters.Add(new() { Value = person.Email.ToLowerInvariant() });
        var rows = new List<JsonNode>();
        await using var reader = await query.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel)) rows.Add(JsonNode.Parse(reader.GetString(0)) ?? throw new JsonException());
        return rows;
    }
}
