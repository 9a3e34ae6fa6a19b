using Npgsql;
using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>Which of the papers that answer a query are wanted, and in what order.</summary>
/// <param name="Listed">The first and the last day on which they may have been listed first; null for any.</param>
internal sealed record SearchChoice(PaperFilter Filter, (DateOnly From, DateOnly Until)? Listed = null)
{
    public static readonly SearchChoice All = new(PaperFilter.None);

    /// <summary>Null for the best first.</summary>
    public ListOrder? Order { get; init; }

    /// <summary>Whether words that no paper has are left as they are.</summary>
    public bool IsExact { get; init; }

    /// <summary>The query itself, of which what cannot be ranked is a condition.</summary>
    public ParsedQuery Asked { get; init; } = ParsedQuery.None;

    /// <summary>Whether everything that answers the query is wanted.</summary>
    public bool IsAll => Filter.IsEmpty && Listed is null && Asked.Conditions.All(c => c.IsText);

    /// <summary>The order of <c>papers p</c> in which what is found is sorted, not ranked.</summary>
    public string SqlOrder => Order switch { ListOrder.Votes => "p.vote_count + p.outside_votes DESC, ", ListOrder.Comments => "p.comment_count + p.outside_comments DESC, ", _ => "" } + "p.first_listed DESC, p.arxiv_id DESC";

    /// <summary>As a condition on <c>papers p</c>, whose parameters it adds to the command.</summary>
    /// <param name="withText">Whether the database must look at the words of papers, which the index otherwise does.</param>
    public string Condition(NpgsqlCommand command, bool withText)
    {
        var condition = $"{FilterSql.Of(Filter, command)} AND {new QuerySql(command).Of(Asked, withText)}";
        if (Listed is not { } days) return condition;
        command.Parameters.AddWithValue("from", days.From);
        command.Parameters.AddWithValue("until", days.Until);
        return condition + " AND p.first_listed BETWEEN @from AND @until";
    }
}
