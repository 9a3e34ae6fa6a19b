using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Catalogue;

/// <summary>Reads which papers are the newest, of the catalogue, a category or an author: the order of their pages.</summary>
internal sealed class NewestPapers(NpgsqlDataSource database)
{
    /// <summary>How many of the newest papers of a category or author are looked at for some with enough votes; about a month of the largest.</summary>
    private const int MostLookedAt = 5000;

    /// <summary>Ids and places of the papers listed before a place.</summary>
    public Task<IReadOnlyList<ListedBefore>> AllAsync(ListedBefore before, int take, CancellationToken cancel) =>
        // A range of ix_papers_first_listed_arxiv_id.
        ReadAsync(
            "SELECT first_listed, arxiv_id FROM papers WHERE (first_listed, arxiv_id) < (@day, @id) ORDER BY first_listed DESC, arxiv_id DESC LIMIT @take",
            command =>
            {
                command.Parameters.AddWithValue("day", before.Day);
                command.Parameters.AddWithValue("id", before.Paper);
                command.Parameters.AddWithValue("take", take);
            }, cancel);

    /// <summary>The newest papers of a category.</summary>
    public Task<IReadOnlyList<ListedBefore>> InCategoryAsync(string category, NewestChoice choice, CancellationToken cancel) =>
        // A range of ix_paper_categories_category_first_listed_arxiv_id; papers by primary key, only where votes are asked about.
        ReadAsync(
            """
            WITH newest AS MATERIALIZED (
                SELECT first_listed, arxiv_id FROM paper_categories WHERE category = @of AND first_listed BETWEEN @from AND @until
                ORDER BY first_listed DESC, arxiv_id DESC LIMIT CASE WHEN @votes > 0 THEN @looked ELSE @skip + @take END)
            SELECT n.first_listed, n.arxiv_id FROM newest n
            WHERE @votes <= 0 OR EXISTS (SELECT 1 FROM papers p WHERE p.arxiv_id = n.arxiv_id AND p.vote_count + p.outside_votes >= @votes)
            ORDER BY n.first_listed DESC, n.arxiv_id DESC OFFSET @skip LIMIT @take
            """,
            command =>
            {
                command.Parameters.AddWithValue("of", category);
                command.Parameters.AddWithValue("looked", MostLookedAt);
                Choose(command, choice);
            }, cancel);

    /// <summary>The newest papers with an author of exactly this name; of a category only, where one is given.</summary>
    public Task<IReadOnlyList<ListedBefore>> ByAuthorAsync(string author, string? category, NewestChoice choice, CancellationToken cancel) =>
        // A range of pk_paper_authors, backwards; papers by primary key, only where votes or a category are asked about.
        ReadAsync(
            """
            WITH newest AS MATERIALIZED (
                SELECT first_listed, arxiv_id FROM paper_authors WHERE author = @of AND first_listed BETWEEN @from AND @until
                ORDER BY first_listed DESC, arxiv_id DESC LIMIT CASE WHEN @votes > 0 OR @category IS NOT NULL THEN @looked ELSE @skip + @take END)
            SELECT n.first_listed, n.arxiv_id FROM newest n
            WHERE (@votes <= 0 AND @category IS NULL) OR EXISTS (
                SELECT 1 FROM papers p WHERE p.arxiv_id = n.arxiv_id AND p.vote_count + p.outside_votes >= @votes
                    AND (@category IS NULL OR @category = ANY (p.categories)))
            ORDER BY n.first_listed DESC, n.arxiv_id DESC OFFSET @skip LIMIT @take
            """,
            command =>
            {
                command.Parameters.AddWithValue("of", author);
                command.Parameters.AddWithValue("looked", MostLookedAt);
                command.Parameters.Add(new NpgsqlParameter<string?>("category", NpgsqlDbType.Text) { TypedValue = category });
                Choose(command, choice);
            }, cancel);

    private static void Choose(NpgsqlCommand command, NewestChoice choice)
    {
        command.Parameters.AddWithValue("from", choice.From);
        command.Parameters.AddWithValue("until", choice.Until);
        command.Parameters.AddWithValue("votes", choice.LeastVotes);
        command.Parameters.AddWithValue("skip", choice.Skip);
        command.Parameters.AddWithValue("take", choice.Take);
    }

    private async Task<IReadOnlyList<ListedBefore>> ReadAsync(string sql, Action<NpgsqlCommand> parameters, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        parameters(command);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<ListedBefore>();
        while (await rows.ReadAsync(cancel)) found.Add(new ListedBefore(rows.GetFieldValue<DateOnly>(0), rows.GetString(1)));
        return found;
    }
}
