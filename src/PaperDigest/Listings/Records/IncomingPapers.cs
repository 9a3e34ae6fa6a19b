using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;

namespace PaperDigest.Listings;

/// <summary>
/// Papers on their way in: one binary COPY into a temporary table, from which set-based statements store them
/// (<see cref="PaperMerge"/>). Row by row, a listing of a thousand papers would take four thousand round trips.
/// </summary>
internal static class IncomingPapers
{
    // stored_version and is_changed are filled in while the papers are merged.
    private const string Create =
        """
        CREATE TEMP TABLE incoming (
            position integer, arxiv_id text COLLATE "C" PRIMARY KEY, version integer, version_numbers integer[], version_times timestamptz[],
            version_withdrawals boolean[], newest_submitted_on date, section text, title text, abstract text, summary text, authors text[],
            affiliations text[], categories text[], comments text, doi text, journal_ref text, licence text, report_no text, submitter text,
            recorded_on date, is_withdrawn boolean, submitted_at timestamptz, first_listed date, search_text text, outside_votes integer,
            outside_comments integer, announced boolean NOT NULL DEFAULT true, stored_version integer, is_changed boolean NOT NULL DEFAULT false
        ) ON COMMIT DROP
        """;

    private const string Copy =
        """
        COPY incoming (position, arxiv_id, version, version_numbers, version_times, version_withdrawals, newest_submitted_on, section, title,
            abstract, summary, authors, affiliations, categories, comments, doi, journal_ref, licence, report_no, submitter, recorded_on,
            is_withdrawn, submitted_at, first_listed, search_text, outside_votes, outside_comments) FROM STDIN (FORMAT BINARY)
        """;

    private const NpgsqlDbType Texts = NpgsqlDbType.Array | NpgsqlDbType.Text;

    /// <summary>Makes the table <c>incoming</c> for the running transaction and fills it. No paper may occur twice.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<IncomingPaper> papers, CancellationToken cancel)
    {
        await using (var create = new NpgsqlCommand(Create, connection)) await create.ExecuteNonQueryAsync(cancel);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancel))
        {
            for (var i = 0; i < papers.Count; i++) await WriteAsync(copy, papers[i], i + 1, cancel);
            await copy.CompleteAsync(cancel);
        }
        // Without counts of the fresh table the planner would join it to millions of papers by reading them all.
        await using var analyze = new NpgsqlCommand("ANALYZE incoming", connection);
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, IncomingPaper paper, int position, CancellationToken cancel)
    {
        await copy.StartRowAsync(cancel);
        await copy.WriteAsync(position, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(paper.Id.ToString(), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Version, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(paper.Versions.Select(v => v.Number).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(paper.Versions.Select(v => v.SubmittedAt?.ToUniversalTime()).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.TimestampTz, cancel);
        await copy.WriteAsync(paper.Versions.Select(v => v.IsWithdrawn).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Boolean, cancel);
        await WriteAsync(copy, paper.NewestSubmittedOn, NpgsqlDbType.Date, cancel);
        await WriteAsync(copy, paper.Section is { } section ? Word(section) : null, NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Title, NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Abstract, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Sample?.Summary, NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Authors.ToArray(), Texts, cancel);
        await WriteAsync(copy, paper.Affiliations?.ToArray(), Texts, cancel);
        await copy.WriteAsync(paper.Categories.ToArray(), Texts, cancel);
        foreach (var text in (string?[])[paper.Comments, paper.Doi, paper.JournalRef, paper.Licence, paper.ReportNo, paper.Submitter])
            await WriteAsync(copy, text, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.RecordedOn, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(paper.IsWithdrawn, NpgsqlDbType.Boolean, cancel);
        await WriteAsync(copy, paper.SubmittedAt?.ToUniversalTime(), NpgsqlDbType.TimestampTz, cancel);
        await copy.WriteAsync(paper.FirstListed, NpgsqlDbType.Date, cancel);
        await copy.WriteAsync(SearchText.Of(paper.Title, paper.Authors), NpgsqlDbType.Text, cancel);
        await copy.WriteAsync(paper.Sample?.Votes ?? 0, NpgsqlDbType.Integer, cancel);
        await copy.WriteAsync(paper.Sample?.Comments ?? 0, NpgsqlDbType.Integer, cancel);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T? value, NpgsqlDbType type, CancellationToken cancel) =>
        value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, type, cancel);

    private static string Word(ListingSection section) => section switch
    {
        ListingSection.New => "new",
        ListingSection.Cross => "cross",
        ListingSection.Replace => "replace",
        ListingSection.ReplaceCross => "replace_cross",
        _ => throw new ArgumentOutOfRangeException(nameof(section), section, null),
    };
}
