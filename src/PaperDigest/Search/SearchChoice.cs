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

    /// <summary>Whether everything that answers the query is wanted.</summary>
    public bool IsAll => Filter.IsEmpty && Listed is null;

    /// <summary>As a condition on <c>papers p</c>, whose parameters it adds to the command.</summary>
    public string Condition(NpgsqlCommand command)
    {
        var condition = FilterSql.Of(Filter, command);
        if (Listed is not { } days) return condition;
        command.Parameters.AddWithValue("from", days.From);
        command.Parameters.AddWithValue("until", days.Until);
        return condition + " AND p.first_listed BETWEEN @from AND @until";
    }
}
