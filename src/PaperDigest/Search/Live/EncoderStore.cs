using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Search;

/// <summary>Keeps the newest encoder in the database, for all nodes.</summary>
internal sealed class EncoderStore(NpgsqlDataSource database)
{
    /// <summary>When the encoder was trained and on how many papers; null when there is none.</summary>
    public async Task<EncoderState?> StateAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT trained_at, paper_count FROM trained_encoders");
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? new EncoderState(row.GetFieldValue<DateTimeOffset>(0), row.GetInt32(1)) : null;
    }

    /// <summary>Null when there is none that this version of the program can read.</summary>
    public async Task<EncoderModel?> ReadAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT model FROM trained_encoders");
        return await command.ExecuteScalarAsync(cancel) is byte[] model ? EncoderFile.Read(model) : null;
    }

    /// <summary>Puts an encoder in the place of the older and tells all nodes.</summary>
    public async Task StoreAsync(EncoderModel model, EncoderState state, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            INSERT INTO trained_encoders (id, trained_at, paper_count, model) VALUES (1, @at, @papers, @model)
            ON CONFLICT (id) DO UPDATE SET trained_at = excluded.trained_at, paper_count = excluded.paper_count, model = excluded.model
            """);
        command.Parameters.AddWithValue("at", state.TrainedAt);
        command.Parameters.AddWithValue("papers", state.PaperCount);
        command.Parameters.AddWithValue("model", EncoderFile.Write(model));
        await command.ExecuteNonQueryAsync(cancel);
        await DatabaseChannel.TellAsync(database, SearchChannel.Name, SearchChannel.EncoderTrained, cancel);
    }

    /// <summary>How many papers there are. Counted over an index; some tenths of a second for millions.</summary>
    public async Task<int> CountPapersAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand("SELECT count(*)::integer FROM papers");
        return (int)(await command.ExecuteScalarAsync(cancel))!;
    }
}

/// <summary>When an encoder was trained, and how many papers the catalogue had.</summary>
internal sealed record EncoderState(DateTimeOffset TrainedAt, int PaperCount)
{
    private static readonly TimeSpan LongestUse = TimeSpan.FromDays(7);

    /// <summary>Weekly, or when the catalogue has grown by a fifth: so long the words of new papers are known well enough.</summary>
    public bool IsDue(int papers, DateTimeOffset now) => now - TrainedAt >= LongestUse || papers >= PaperCount * 1.2;
}
