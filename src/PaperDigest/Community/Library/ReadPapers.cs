using Npgsql;

namespace PaperDigest.Community;

/// <summary>Keeps which papers a reader opened. Nobody is given a cookie for reading: only who has one, or an account, has marks.</summary>
internal sealed class ReadPapers(NpgsqlDataSource database)
{
    /// <summary>Marks of one reader; whoever fetches the whole catalogue with one cookie must not fill the database.</summary>
    public const int Most = 20_000;

    /// <summary>Whether this request shows that somebody reads: a browser that fetches pages ahead of time does not.</summary>
    public static bool IsReading(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && !request.Headers["Sec-Purpose"].ToString().Contains("prefetch", StringComparison.OrdinalIgnoreCase);

    /// <summary>Marks the paper as read, from the first time on.</summary>
    public async Task MarkAsync(Guid reader, string arxivId, DateTimeOffset now, CancellationToken cancel)
    {
        // By the primary keys; the count reads no more than the reader may have.
        await using var command = database.CreateCommand(
            """
            INSERT INTO read_papers (reader_id, arxiv_id, read_at) SELECT @reader, arxiv_id, @now FROM papers
            WHERE arxiv_id = @paper AND (SELECT count(*) FROM (SELECT FROM read_papers WHERE reader_id = @reader LIMIT @most) r) < @most
            ON CONFLICT DO NOTHING
            """);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("paper", arxivId);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("most", Most);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Takes the mark away.</summary>
    public async Task UnmarkAsync(Guid reader, string arxivId, CancellationToken cancel)
    {
        // By the primary key.
        await using var command = database.CreateCommand("DELETE FROM read_papers WHERE reader_id = @reader AND arxiv_id = @paper");
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("paper", arxivId);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
