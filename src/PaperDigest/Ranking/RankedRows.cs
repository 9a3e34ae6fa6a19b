using Npgsql;
using NpgsqlTypes;

namespace PaperDigest.Ranking;

/// <summary>The papers of the days that a query asks for, each with its best rank, as rows <c>r</c>.</summary>
internal static class RankedRows
{
    // A range of the primary key (date, rank): a month of the largest categories has some 30,000 rows. A row of before it was noted
    // when a paper came is as old as the day's announcement.
    public const string Sql =
        """
        (SELECT l.arxiv_id, min(l.rank) AS rank FROM ranked_papers l JOIN listing_days d USING (date)
         WHERE l.date BETWEEN @from AND @until GROUP BY l.arxiv_id HAVING @after IS NULL OR min(coalesce(l.came_at, d.announced_at)) > @after) r
        """;

    /// <summary>Sets the parameters of <see cref="Sql"/>.</summary>
    public static void Bind(RankedQuery query, NpgsqlCommand command)
    {
        command.Parameters.AddWithValue("from", query.From);
        command.Parameters.AddWithValue("until", query.Until);
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset?>("after", NpgsqlDbType.TimestampTz) { TypedValue = query.CameAfter });
    }
}
