using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Catalogue;

/// <summary>Reads which papers are the newest, of the catalogue, a category or an author: the order of their pages.</summary>
internal sealed class NewestPapers(NpgsqlDataSource database)
{
    /// <summary>How many of the newest papers of a category or author are looked at for those that a filter wants; about a month of the largest.</summary>
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

    /// <summary>Ids of the newest papers that are in one of the filter's categories.</summary>
    public Task<IReadOnlyList<string>> InCategoriesAsync(NewestChoice choice, CancellationToken cancel) =>
        // A range of ix_paper_categories_category_first_listed_arxiv_id for each category.
        ChosenAsync(
            """
            SELECT DISTINCT n.first_listed, n.arxiv_id FROM unnest(@of) AS of (category) CROSS JOIN LATERAL (
                SELECT first_listed, arxiv_id FROM paper_categories WHERE category = of.category AND first_listed BETWEEN @from AND @until
                ORDER BY first_listed DESC, arxiv_id DESC LIMIT @looked) n
            """, choice.Filter.Categories.ToArray(), choice with { Filter = choice.Filter with { Categories = [] } }, cancel);

    /// <summary>Ids of the newest papers with an author of exactly this name.</summary>
    public Task<IReadOnlyList<string>> ByAuthorAsync(string author, NewestChoice choice, CancellationToken cancel) =>
        // A range of pk_paper_authors, backwards.
        ChosenAsync(
            """
            SELECT first_listed, arxiv_id FROM paper_authors WHERE author = @of AND first_listed BETWEEN @from AND @until
            ORDER BY first_listed DESC, arxiv_id DESC LIMIT @looked
            """, author, choice, cancel);

    /// <summary>Those of some newest papers that are wanted. Papers are read by primary key, and only where more than their date is asked about.</summary>
    private async Task<IReadOnlyList<string>> ChosenAsync(string newest, object of, NewestChoice choice, CancellationToken cancel)
    {
        await using var command = database.CreateCommand();
        var asIs = choice.Filter.IsEmpty && choice.Order == ListOrder.Newest;
        command.CommandText =
            $"""
            WITH newest AS MATERIALIZED ({newest})
            SELECT n.arxiv_id FROM newest n {(asIs ? "" : $"JOIN papers p USING (arxiv_id) WHERE {FilterSql.Of(choice.Filter, command)}")}
            ORDER BY {Order(choice.Order)}n.first_listed DESC, n.arxiv_id DESC OFFSET @skip LIMIT @take
            """;
        command.Parameters.Add(of is string[] ? new NpgsqlParameter("of", NpgsqlDbType.Array | NpgsqlDbType.Text) { Value = of } : new NpgsqlParameter("of", of));
        command.Parameters.AddWithValue("looked", asIs ? choice.Skip + choice.Take : MostLookedAt);
        command.Parameters.AddWithValue("from", choice.From);
        command.Parameters.AddWithValue("until", choice.Until);
        command.Parameters.AddWithValue("skip", choice.Skip);
        command.Parameters.AddWithValue("take", choice.Take);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<string>();
        while (await rows.ReadAsync(cancel)) found.Add(rows.GetString(0));
        return found;
    }

    private static string Order(ListOrder order) => order switch
    {
        ListOrder.Votes => "p.vote_count + p.outside_votes DESC, ",
        ListOrder.Comments => "p.comment_count + p.outside_comments DESC, ",
        _ => "",
    };

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
