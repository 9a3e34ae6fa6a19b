using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Search;

/// <summary>Counts by what the papers that were found can be parted: categories, years, and whether code is known.</summary>
internal sealed class FacetCounts(NpgsqlDataSource database)
{
    /// <summary>Of more papers the first are counted, at some five microseconds each.</summary>
    public const int MostCounted = 1_000;

    private const int MostOfAKind = 8;

    // Papers by their primary key.
    private const string CountSql =
        $"""
        WITH found AS MATERIALIZED (SELECT p.categories, p.first_listed, {FilterSql.HasCode} AS has_code FROM papers p WHERE p.arxiv_id = ANY(@ids))
        SELECT 'cat:', category, count(*)::integer FROM found CROSS JOIN unnest(categories) category GROUP BY category
        UNION ALL SELECT 'date:', extract(year FROM first_listed)::text, count(*)::integer FROM found GROUP BY 2
        UNION ALL SELECT 'has:', 'code', count(*)::integer FROM found WHERE has_code
        """;

    /// <summary>The facets that some of the papers have and others have not, kind by kind: the largest categories, the newest years, code.</summary>
    public async Task<IReadOnlyList<Facet>> ReadAsync(IReadOnlyList<string> arxivIds, CancellationToken cancel)
    {
        if (arxivIds.Count < 2) return [];
        await using var command = database.CreateCommand(CountSql);
        command.Parameters.AddWithValue("ids", NpgsqlDbType.Array | NpgsqlDbType.Text, arxivIds.Take(MostCounted).ToArray());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var facets = new List<Facet>();
        while (await rows.ReadAsync(cancel))
        {
            var (kind, value, papers) = (rows.GetString(0), rows.GetString(1), rows.GetInt32(2));
            // Among an old record's categories are those of other classifications, which no search knows.
            var isKnown = kind != "cat:" || ArxivCategory.TryCanonical(value, out _);
            if (isKnown && papers > 0 && papers < Math.Min(arxivIds.Count, MostCounted)) facets.Add(new Facet(kind + value, kind == "has:" ? "has code" : value, papers));
        }
        return
        [
            .. Of("cat:").OrderByDescending(f => f.Papers).ThenBy(f => f.Term, StringComparer.Ordinal).Take(MostOfAKind),
            .. Of("date:").OrderByDescending(f => f.Words, StringComparer.Ordinal).Take(MostOfAKind), .. Of("has:"),
        ];

        IEnumerable<Facet> Of(string kind) => facets.Where(f => f.Term.StartsWith(kind, StringComparison.Ordinal));
    }
}
