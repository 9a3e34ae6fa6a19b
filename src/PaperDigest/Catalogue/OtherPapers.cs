using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Catalogue;

/// <summary>
/// What else authors of these names wrote. Names are all that arXiv tells, and many people share one: a paper counts when two names of
/// this one are on it, or one name that is not common on a paper of the same field.
/// </summary>
internal static class OtherPapers
{
    private const int Most = 5;

    /// <summary>A name with so many papers may be that of several people.</summary>
    private const int Common = 40;

    // Of a collaboration of thousands the first tell enough; the last is often who leads a group.
    private const int FirstAuthors = 7;

    // Ranges of pk_paper_authors, backwards, at most forty rows for each of eight names; then those papers by primary key.
    private const string Sql =
        """
        WITH found AS MATERIALIZED (
            SELECT theirs.arxiv_id, min(theirs.papers) AS papers
            FROM unnest(@authors) AS a (name)
            CROSS JOIN LATERAL (
                SELECT newest.arxiv_id, count(*) OVER () AS papers
                FROM (SELECT arxiv_id FROM paper_authors WHERE author = a.name ORDER BY first_listed DESC, arxiv_id DESC LIMIT @common) newest) theirs
            WHERE theirs.arxiv_id <> @paper
            GROUP BY theirs.arxiv_id)
        SELECT p.arxiv_id, p.title, p.first_listed, shared.names FROM found f JOIN papers p USING (arxiv_id)
        CROSS JOIN LATERAL (
            SELECT array_agg(a.name ORDER BY a.place) AS names FROM unnest(@authors) WITH ORDINALITY AS a (name, place) WHERE a.name = ANY (p.authors)) shared
        WHERE cardinality(shared.names) > 1 OR (f.papers < @common AND p.categories && @categories)
        ORDER BY cardinality(shared.names) DESC, p.first_listed DESC, p.arxiv_id DESC LIMIT @most
        """;

    public static IReadOnlyList<OtherPaper> Of(ReadBatch batch, Paper paper) => batch.Ask(
        Sql, Read, ("paper", paper.ArxivId), ("authors", Names(paper.Authors)), ("categories", paper.Categories), ("common", Common), ("most", Most));

    private static string[] Names(string[] authors) => [.. authors.Take(FirstAuthors).Concat(authors.TakeLast(1)).Distinct(StringComparer.Ordinal)];

    private static OtherPaper Read(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetFieldValue<DateOnly>(2), row.GetFieldValue<string[]>(3));
}

/// <summary>Another paper, with the authors' names that it shares.</summary>
public sealed record OtherPaper(string ArxivId, string Title, DateOnly FirstListed, IReadOnlyList<string> Shared);
