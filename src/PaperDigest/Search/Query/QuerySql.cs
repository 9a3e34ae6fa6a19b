using Npgsql;
using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>
/// Conditions of a query on <c>papers p</c>, to be put to a bounded number of rows: all is in the row, or a look-up by primary key
/// or by <c>ix_curated_entries_arxiv_id_date</c>. Adds its parameters to the command.
/// </summary>
internal sealed class QuerySql(NpgsqlCommand command)
{
    /// <param name="withText">Whether the database must look at the words of papers, which the index otherwise does.</param>
    public string Of(ParsedQuery query, bool withText)
    {
        var conditions = query.Conditions.Where(c => withText || !c.IsText).Select(c => $"({string.Join(" OR ", c.AnyOf.Select(Of))})").ToList();
        return conditions.Count == 0 ? "true" : string.Join(" AND ", conditions);
    }

    public string Parameter(object value)
    {
        var name = $"asked{command.Parameters.Count}";
        command.Parameters.AddWithValue(name, value);
        return "@" + name;
    }

    private string Of(SearchTerm term) => (term.IsExcluded ? "NOT " : "") + term.Kind switch
    {
        TermKind.Title => Has("p.title", term),
        TermKind.Abstract => Has("p.abstract", term),
        TermKind.Author => By(AuthorName.Of(term.Text)),
        TermKind.Category => $"{Parameter(term.Text)} = ANY(p.categories)",
        TermKind.Submitter => $"EXISTS (SELECT FROM curated_entries c WHERE c.arxiv_id = p.arxiv_id AND c.submitted_by = {Parameter(term.Text)})",
        TermKind.Id => $"p.arxiv_id = {Parameter(term.Text)}",
        TermKind.Listed => $"p.first_listed BETWEEN {Parameter(term.Days.From)} AND {Parameter(term.Days.Until)}",
        TermKind.Votes => $"p.vote_count + p.outside_votes BETWEEN {Parameter(term.Votes.Least)} AND {Parameter(term.Votes.Most)}",
        TermKind.Code => FilterSql.HasCode,
        _ => $"({Has("p.title", term)} OR {Has("p.abstract", term)})",
    };

    private string Has(string column, SearchTerm term) => $"{column} ~* {Parameter(FilterWords.Pattern(term.Text))}";

    // Names stand behind the title in search_text, parted by bars (SearchText.Of).
    private string By(AuthorName name)
    {
        var words = name.Others.Select(o => $"({string.Join(" OR ", AuthorName.Patterns(o).Select(p => $"' ' || n.name || ' ' LIKE {Parameter(p)}"))})");
        return $"""
            EXISTS (SELECT FROM unnest(string_to_array(p.search_text, ' | ')) WITH ORDINALITY n (name, place)
                WHERE n.place > 1 AND {string.Join(" AND ", words.Prepend($"' ' || n.name || ' ' LIKE {Parameter($"% {name.Family} %")}"))})
            """;
    }
}
