using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>Reads what a reader saved, the newest first. All of one reader's rows lie together, at most <see cref="SavedPapers.Most"/>.</summary>
internal sealed class SavedQueries(NpgsqlDataSource database)
{
    public const int PageSize = 50;

    /// <summary>Tags that are listed; a reader who has more finds the others on the papers.</summary>
    private const int MostTags = 200;

    // A range of ix_saved_papers_reader_id_saved_at_arxiv_id, and only for a search the texts of those papers, by the primary key.
    private const string Found =
        """
        found AS MATERIALIZED (
            SELECT s.arxiv_id, s.saved_at, s.note, s.tags FROM saved_papers s
            WHERE s.reader_id = @reader AND s.removed_at IS NULL AND (@tag IS NULL OR @tag = ANY (s.tags)) AND (
                @patterns = '{}' OR (
                    SELECT p.search_text || lower(concat_ws(' ', p.abstract, p.summary, s.note, array_to_string(s.tags, ' ')))
                    FROM papers p WHERE p.arxiv_id = s.arxiv_id) LIKE ALL (@patterns)))
        """;

    /// <summary>A page of them, from 1, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<SavedCard> Cards, int Count)> PageAsync(Guid reader, SavedChoice choice, int page, CancellationToken cancel)
    {
        await using var command = Command(
            $"""
            WITH {Found}, page AS MATERIALIZED (SELECT * FROM found ORDER BY saved_at DESC, arxiv_id DESC LIMIT @take OFFSET @skip)
            SELECT {PaperCard.Columns}, s.saved_at, s.tags, s.note, (SELECT count(*)::integer FROM found)
            FROM page s JOIN papers p USING (arxiv_id) ORDER BY s.saved_at DESC, s.arxiv_id DESC
            """, reader, choice);
        command.Parameters.AddWithValue("take", PageSize);
        command.Parameters.AddWithValue("skip", (page - 1) * PageSize);
        var (cards, count) = (new List<SavedCard>(), 0);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            cards.Add(new SavedCard(PaperCard.Read(rows), rows.GetFieldValue<DateTimeOffset>(PaperCard.ColumnCount))
            {
                Tags = rows.GetFieldValue<string[]>(PaperCard.ColumnCount + 1),
                Note = rows.IsDBNull(PaperCard.ColumnCount + 2) ? null : rows.GetString(PaperCard.ColumnCount + 2),
            });
            count = rows.GetInt32(PaperCard.ColumnCount + 3);
        }
        return (cards, count);
    }

    /// <summary>The papers without what the catalogue knows of them, at most <paramref name="take"/>.</summary>
    public async Task<IReadOnlyList<SavedPaper>> AllAsync(Guid reader, SavedChoice choice, int take, CancellationToken cancel)
    {
        await using var command = Command(
            $"WITH {Found} SELECT arxiv_id, saved_at, tags, note FROM found ORDER BY saved_at DESC, arxiv_id DESC LIMIT @take", reader, choice);
        command.Parameters.AddWithValue("take", take);
        var papers = new List<SavedPaper>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) papers.Add(Read(rows, reader));
        return papers;
    }

    /// <summary>Ids and titles of the papers saved last.</summary>
    public async Task<IReadOnlyList<(string ArxivId, string Title)>> LatestAsync(Guid reader, int take, CancellationToken cancel)
    {
        // Down ix_saved_papers_reader_id_saved_at_arxiv_id.
        await using var command = database.CreateCommand(
            """
            SELECT s.arxiv_id, p.title FROM saved_papers s JOIN papers p USING (arxiv_id)
            WHERE s.reader_id = @reader AND s.removed_at IS NULL ORDER BY s.saved_at DESC, s.arxiv_id DESC LIMIT @take
            """);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("take", take);
        var papers = new List<(string, string)>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) papers.Add((rows.GetString(0), rows.GetString(1)));
        return papers;
    }

    /// <summary>What the reader keeps of one paper; null when it is not saved.</summary>
    public async Task<SavedPaper?> FindAsync(Guid reader, string arxivId, CancellationToken cancel)
    {
        // By the primary key.
        await using var command = database.CreateCommand(
            "SELECT arxiv_id, saved_at, tags, note FROM saved_papers WHERE reader_id = @reader AND arxiv_id = @paper AND removed_at IS NULL");
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("paper", arxivId);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? Read(rows, reader) : null;
    }

    /// <summary>The reader's tags in the order of the alphabet.</summary>
    public async Task<IReadOnlyList<SavedTag>> TagsAsync(Guid reader, CancellationToken cancel)
    {
        // All rows of one reader, by the primary key.
        await using var command = database.CreateCommand(
            """
            SELECT tag, count(*)::integer FROM saved_papers s, unnest(s.tags) AS tag
            WHERE s.reader_id = @reader AND s.removed_at IS NULL GROUP BY tag ORDER BY lower(tag), tag LIMIT @most
            """);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("most", MostTags);
        var tags = new List<SavedTag>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) tags.Add(new SavedTag(rows.GetString(0), rows.GetInt32(1)));
        return tags;
    }

    private NpgsqlCommand Command(string sql, Guid reader, SavedChoice choice)
    {
        var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.Add(new NpgsqlParameter<string?>("tag", NpgsqlDbType.Text) { TypedValue = choice.Tag });
        command.Parameters.AddWithValue("patterns", choice.Patterns);
        return command;
    }

    private static SavedPaper Read(NpgsqlDataReader row, Guid reader) => new()
    {
        ReaderId = reader, ArxivId = row.GetString(0), SavedAt = row.GetFieldValue<DateTimeOffset>(1), Tags = row.GetFieldValue<string[]>(2),
        Note = row.IsDBNull(3) ? null : row.GetString(3),
    };
}
