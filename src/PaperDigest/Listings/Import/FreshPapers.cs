using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Listings;

/// <summary>
/// Papers that the catalogue lacks, copied straight into its tables: nothing is to be merged, and a temporary table would only be
/// written and read once more.
/// </summary>
internal static class FreshPapers
{
    private const string Known = "SELECT arxiv_id FROM papers WHERE arxiv_id = ANY (@ids)";

    private const string CopyPapers =
        """
        COPY papers (arxiv_id, title, abstract, authors, affiliations, categories, comments, doi, journal_ref, licence, report_no, submitter, version,
            is_withdrawn, recorded_on, first_listed, submitted_at, added_at, changed_at, search_text, vote_count, outside_votes, outside_comments,
            is_sample) FROM STDIN (FORMAT BINARY)
        """;

    private const string CopyVersions = "COPY paper_versions (arxiv_id, version, submitted_at, is_withdrawn) FROM STDIN (FORMAT BINARY)";
    private const string CopyCategories = "COPY paper_categories (category, arxiv_id, first_listed) FROM STDIN (FORMAT BINARY)";
    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;

    /// <summary>Those of <paramref name="papers"/> that the catalogue has. By primary key.</summary>
    public static async Task<IReadOnlySet<string>> FindKnownAsync(NpgsqlConnection connection, IReadOnlyList<IncomingPaper> papers, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Known, connection);
        command.Parameters.AddWithValue("ids", papers.Select(p => p.Id.ToString()).ToArray());
        var known = new HashSet<string>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) known.Add(rows.GetString(0));
        return known;
    }

    /// <summary>Stores papers of which the catalogue has none. No paper may occur twice.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<IncomingPaper> papers, DateTimeOffset now, CancellationToken cancel)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(CopyPapers, cancel))
        {
            foreach (var paper in papers) await WriteAsync(copy, paper, now, cancel);
            await copy.CompleteAsync(cancel);
        }
        await using (var copy = await connection.BeginBinaryImportAsync(CopyVersions, cancel))
        {
            foreach (var paper in papers) await WriteVersionsAsync(copy, paper, cancel);
            await copy.CompleteAsync(cancel);
        }
        await using (var copy = await connection.BeginBinaryImportAsync(CopyCategories, cancel))
        {
            foreach (var paper in papers) await WriteCategoriesAsync(copy, paper, cancel);
            await copy.CompleteAsync(cancel);
        }
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, IncomingPaper paper, DateTimeOffset now, CancellationToken cancel)
    {
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(paper.Id.ToString(), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Title, NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Abstract, NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Authors.ToArray(), Texts, cancel);
        await WriteAsync(copy, paper.Affiliations?.ToArray(), Texts, cancel);
        await copy.WriteAsync(paper.Categories.ToArray(), Texts, cancel);
        await WriteAsync(copy, paper.Comments, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Doi, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.JournalRef, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Licence, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.ReportNo, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Submitter, NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Version, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(paper.IsWithdrawn, NpgsqlDbType.Boolean, cancel);
        await WriteAsync(copy, paper.RecordedOn, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(paper.FirstListed, NpgsqlDbType.Date, cancel);
        await WriteAsync(copy, paper.SubmittedAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancel);
        await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancel);
        await copy.WriteAsync(now, NpgsqlDbType.TimestampTz, cancel);
        await copy.WriteAsync(SearchText.Of(paper.Title, paper.Authors), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(0, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(0, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(0, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(false, NpgsqlDbType.Boolean, cancel);
    }

    private static async Task WriteVersionsAsync(NpgsqlBinaryImporter copy, IncomingPaper paper, CancellationToken cancel)
    {
        foreach (var version in paper.Versions)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(paper.Id.ToString(), NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(version.Number, NpgsqlDbType.Integer, cancel);
            await WriteAsync(copy, version.SubmittedAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancel);
            await WriteAsync(copy, version.IsWithdrawn, NpgsqlDbType.Boolean, cancel);
        }
    }

    private static async Task WriteCategoriesAsync(NpgsqlBinaryImporter copy, IncomingPaper paper, CancellationToken cancel)
    {
        foreach (var category in paper.Categories)
        {
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(category, NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(paper.Id.ToString(), NpgsqlDbType.Text, cancel);
            await copy.WriteAsync(paper.FirstListed, NpgsqlDbType.Date, cancel);
        }
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancel) =>
        value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, type, cancel);
}
