using Npgsql;

namespace PaperDigest.Database;

/// <summary>Several questions of a page, asked of the database in one go: each slice adds its own, and one round trip answers all.</summary>
internal sealed class ReadBatch(NpgsqlDataSource database)
{
    private readonly NpgsqlBatch _batch = database.CreateBatch();
    private readonly List<Action<NpgsqlDataReader>> _readers = [];

    /// <summary>Adds a question; the list has its rows once <see cref="ReadAsync"/> was awaited.</summary>
    public IReadOnlyList<T> Ask<T>(string sql, Func<NpgsqlDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        _batch.BatchCommands.Add(command);
        var answers = new List<T>();
        _readers.Add(row => answers.Add(read(row)));
        return answers;
    }

    public async Task ReadAsync(CancellationToken cancel)
    {
        await using (_batch)
        {
            await using var rows = await _batch.ExecuteReaderAsync(cancel);
            foreach (var read in _readers)
            {
                while (await rows.ReadAsync(cancel)) read(rows);
                await rows.NextResultAsync(cancel);
            }
        }
    }
}
