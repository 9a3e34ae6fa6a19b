using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Listings;

/// <summary>
/// A listing's papers on their way in: one binary COPY into a temporary table, from which set-based statements store them. Row by
/// row, a listing of a thousand papers would take four thousand round trips.
/// </summary>
internal static class IncomingPapers
{
    private const string Create =
        """
        CREATE TEMP TABLE incoming (
            position integer, arxiv_id text COLLATE "C" PRIMARY KEY, version integer, section text, title text, abstract text, summary text,
            authors text[], categories text[], comments text, doi text, journal_ref text, licence text, submitted_at timestamptz,
            first_listed date, search_text text, outside_votes integer, outside_comments integer, announced boolean NOT NULL DEFAULT true
        ) ON COMMIT DROP
        """;

    private const string Copy =
        """
        COPY incoming (position, arxiv_id, version, section, title, abstract, summary, authors, categories, comments, doi, journal_ref,
            licence, submitted_at, first_listed, search_text, outside_votes, outside_comments) FROM STDIN (FORMAT BINARY)
        """;

    /// <summary>Makes the table <c>incoming</c> for the running transaction and fills it. No paper may occur twice.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<ListedPaper> papers, DateOnly date, CancellationToken cancel)
    {
        await using (var create = new NpgsqlCommand(Create, connection)) await create.ExecuteNonQueryAsync(cancel);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancel))
        {
            for (var i = 0; i < papers.Count; i++) await WriteAsync(copy, papers[i], (i + 1, date), cancel);
            await copy.CompleteAsync(cancel);
        }
        // Without counts of the fresh table the planner would join it to millions of papers by reading them all.
        await using var analyze = new NpgsqlCommand("ANALYZE incoming", connection);
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, ListedPaper paper, (int Position, DateOnly Date) at, CancellationToken cancel)
    {
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(at.Position, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(paper.Id.ToString(), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Version, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(Word(paper.Section), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Title, NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Abstract, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Sample?.Summary, cancel);
        await copy.WriteAsync(paper.Authors.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Categories.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Comments, cancel);
        await WriteAsync(copy, paper.Doi, cancel);
        await WriteAsync(copy, paper.JournalRef, cancel);
        await WriteAsync(copy, paper.Licence, cancel);
        if (paper.SubmittedAt is { } submitted) await copy.WriteAsync(submitted.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancel);
        else await copy.WriteNullAsync(cancel);
        await copy.WriteAsync(paper.FirstListedAtLatest(at.Date), NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(SearchText.Of(paper.Title, paper.Authors), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Sample?.Votes ?? 0, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(paper.Sample?.Comments ?? 0, NpgsqlDbType.Integer, cancel);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? text, CancellationToken cancel) =>
        text is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(text, NpgsqlDbType.Text, cancel);

    private static string Word(ListingSection section) => section switch
    {
        ListingSection.New => "new",
        ListingSection.Cross => "cross",
        ListingSection.Replace => "replace",
        ListingSection.ReplaceCross => "replace_cross",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };
}
