using Npgsql;

namespace PaperDigest.Community;

/// <summary>Reads what a page shows of its reader's own doings, in one query for all its papers.</summary>
internal sealed class ReaderMarks(NpgsqlDataSource database)
{
    /// <summary>The reader's marks on these papers; nobody is asked about for a reader who never acted.</summary>
    public async Task<Marks> OfAsync(Reader? reader, IEnumerable<string> arxivIds, CancellationToken cancel)
    {
        if (reader is null) return Marks.None;
        // By the primary keys of the three tables, once for each paper of the page.
        const string sql =
            """
            SELECT p.arxiv_id,
                EXISTS (SELECT FROM votes v WHERE v.arxiv_id = p.arxiv_id AND v.visitor_id = @reader),
                EXISTS (SELECT FROM saved_papers s WHERE s.reader_id = @reader AND s.arxiv_id = p.arxiv_id AND s.removed_at IS NULL),
                EXISTS (SELECT FROM read_papers r WHERE r.reader_id = @reader AND r.arxiv_id = p.arxiv_id)
            FROM unnest(@papers) AS p (arxiv_id)
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("reader", reader.Id);
        command.Parameters.AddWithValue("papers", arxivIds.ToArray());
        var (voted, saved, read) = (Set(), Set(), Set());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var paper = rows.GetString(0);
            if (rows.GetBoolean(1)) voted.Add(paper);
            if (rows.GetBoolean(2)) saved.Add(paper);
            if (rows.GetBoolean(3)) read.Add(paper);
        }
        return new Marks(voted, saved, read);
    }

    private static HashSet<string> Set() => new(StringComparer.Ordinal);
}
