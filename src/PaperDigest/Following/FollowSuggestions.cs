using Npgsql;

namespace PaperDigest.Following;

/// <summary>What a reader may want to follow, by the authors and categories of the papers that the reader saved and voted for lately.</summary>
internal sealed class FollowSuggestions(NpgsqlDataSource database)
{
    private const int MostPapers = 50;
    private const int MostOfAKind = 8;

    /// <summary>Authors first, each kind by how many of the papers have it; none for a reader who did nothing yet.</summary>
    public async Task<IReadOnlyList<FollowSubject>> OfAsync(Guid reader, CancellationToken cancel)
    {
        // Down ix_saved_papers_reader_id_saved_at_arxiv_id and ix_votes_visitor_id_cast_at, then a hundred papers by the primary key.
        await using var command = database.CreateCommand(
            """
            WITH mine AS MATERIALIZED (
                SELECT p.arxiv_id, p.authors[1:10] AS authors, p.categories FROM papers p WHERE p.arxiv_id IN (
                    (SELECT arxiv_id FROM saved_papers WHERE reader_id = @reader AND removed_at IS NULL ORDER BY saved_at DESC LIMIT @papers)
                    UNION (SELECT arxiv_id FROM votes WHERE visitor_id = @reader ORDER BY cast_at DESC LIMIT @papers)))
            SELECT * FROM (
                (SELECT 'author', a.name FROM mine, unnest(authors) WITH ORDINALITY AS a (name, place)
                 GROUP BY a.name ORDER BY count(*) DESC, min(a.place), a.name LIMIT @most)
                UNION ALL
                (SELECT 'category', c.name FROM mine, unnest(categories) AS c (name) GROUP BY c.name ORDER BY count(*) DESC, c.name LIMIT @most)) s
            """);
        command.Parameters.AddWithValue("reader", reader);
        command.Parameters.AddWithValue("papers", MostPapers);
        command.Parameters.AddWithValue("most", MostOfAKind);
        var subjects = new List<FollowSubject>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            if (FollowSubject.Parse($"{rows.GetString(0)}:{rows.GetString(1)}") is { } subject) subjects.Add(subject);
        }
        return subjects;
    }
}
