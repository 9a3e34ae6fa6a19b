using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Catalogue;

/// <summary>
/// A filter as a condition on <c>papers p</c>. It is to be put to a bounded number of rows: words are looked for in each abstract,
/// the rest is in the row or a look-up by primary key or by <c>ix_curated_entries_arxiv_id_date</c>.
/// </summary>
internal static class FilterSql
{
    /// <summary>The condition of a paper's own categories.</summary>
    public const string OwnCategories = "p.categories && {0}";

    /// <summary>The condition of a link to the code, as a card shows it: what was set here last, otherwise what another site knows. Both by primary key.</summary>
    public const string HasCode =
        """
        coalesce(
            (SELECT l.code_url FROM paper_links l WHERE l.arxiv_id = p.arxiv_id ORDER BY l.set_at DESC LIMIT 1),
            (SELECT o.code_url FROM outside_papers o WHERE o.arxiv_id = p.arxiv_id)) IS NOT NULL
        """;

    /// <summary>The condition, whose parameters it adds to the command.</summary>
    /// <param name="tag">Ends the parameters' names, where a command has several filters.</param>
    /// <param name="inCategories">How a paper is known to be in one of the categories of the parameter {0}.</param>
    public static string Of(PaperFilter filter, NpgsqlCommand command, string tag = "", string inCategories = OwnCategories)
    {
        var conditions = new List<string>();
        if (filter.Categories.Count > 0) conditions.Add(string.Format(null, inCategories, Texts("categories", filter.Categories)));
        if (filter.NotCategories.Count > 0) conditions.Add($"NOT p.categories && {Texts("not_categories", filter.NotCategories)}");
        conditions.AddRange(filter.With.Select((word, i) => Has(word, $"with{i}_")));
        conditions.AddRange(filter.Without.Select((word, i) => "NOT " + Has(word, $"without{i}_")));
        if (filter.LeastVotes > 0) conditions.Add($"p.vote_count + p.outside_votes >= {Parameter("votes", filter.LeastVotes)}");
        if (filter.HasCode) conditions.Add(HasCode);
        if (filter.Submitter is { } submitter)
            conditions.Add($"EXISTS (SELECT FROM curated_entries c WHERE c.arxiv_id = p.arxiv_id AND c.date BETWEEN @from AND @until AND c.submitted_by = {Parameter("submitter", submitter)})");
        return conditions.Count == 0 ? "true" : string.Join(" AND ", conditions);

        string Has(string word, string name)
        {
            var pattern = Parameter(name, FilterWords.Pattern(word));
            return $"(p.title ~* {pattern} OR p.abstract ~* {pattern})";
        }

        string Texts(string name, IReadOnlyList<string> texts)
        {
            command.Parameters.AddWithValue(name + tag, NpgsqlDbType.Array | NpgsqlDbType.Text, texts.ToArray());
            return $"@{name}{tag}";
        }

        string Parameter(string name, object value)
        {
            command.Parameters.AddWithValue(name + tag, value);
            return $"@{name}{tag}";
        }
    }
}
