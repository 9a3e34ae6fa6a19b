using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Listings;

/// <summary>A curated list's papers on their way in: one binary COPY into a temporary table, as <see cref="IncomingPapers"/>.</summary>
internal static class IncomingCurated
{
    private const string Create =
        """
        CREATE TEMP TABLE incoming_curated (
            position integer, arxiv_id text COLLATE "C" PRIMARY KEY, title text, abstract text, authors text[], search_text text,
            first_listed date, published_at timestamptz, submitted_by text, submitted_by_name text, submitted_at timestamptz, votes integer,
            comments integer, code_url text, code_stars integer, project_url text, keywords text[], summary text, summary_model text,
            organization text, thumbnail_url text, media_urls text[], discussion_id text,
            is_new boolean NOT NULL DEFAULT false, was_listed boolean NOT NULL DEFAULT false, is_changed boolean NOT NULL DEFAULT false
        ) ON COMMIT DROP
        """;

    private const string Copy =
        """
        COPY incoming_curated (position, arxiv_id, title, abstract, authors, search_text, first_listed, published_at, submitted_by,
            submitted_by_name, submitted_at, votes, comments, code_url, code_stars, project_url, keywords, summary, summary_model,
            organization, thumbnail_url, media_urls, discussion_id) FROM STDIN (FORMAT BINARY)
        """;

    /// <summary>Makes the table for the running transaction and fills it; a paper that occurs twice stands where it stood first.</summary>
    public static async Task CopyAsync(NpgsqlConnection connection, CuratedDay day, CancellationToken cancel)
    {
        await using (var create = new NpgsqlCommand(Create, connection)) await create.ExecuteNonQueryAsync(cancel);
        await using (var copy = await connection.BeginBinaryImportAsync(Copy, cancel))
        {
            foreach (var (index, paper) in day.Papers.DistinctBy(p => p.Id).Index()) await WriteAsync(copy, index + 1, paper, day, cancel);
            await copy.CompleteAsync(cancel);
        }
        await using var analyze = new NpgsqlCommand("ANALYZE incoming_curated", connection);
        await analyze.ExecuteNonQueryAsync(cancel);
    }

    private static async Task WriteAsync(NpgsqlBinaryImporter copy, int position, DailyPaper paper, CuratedDay day, CancellationToken cancel)
    {
        // A bare day is not when it was submitted.
        var published = paper.PublishedAt is { TimeOfDay.Ticks: > 0 } instant ? instant : (DateTimeOffset?)null;
        await copy.StartRowAsync(cancel);
        await WriteAsync(copy, position, NpgsqlDbType.Integer, cancel);
        await WriteAsync(copy, paper.Id.ToString(), NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Title, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Abstract, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Authors.ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, SearchText.Of(paper.Title, paper.Authors), NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, day.FirstListed(paper), NpgsqlDbType.Date, cancel);
        await WriteAsync(copy, published, NpgsqlDbType.TimestampTz, cancel);
        await WriteAsync(copy, paper.Submission.By, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Submission.ByName, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Submission.At, NpgsqlDbType.TimestampTz, cancel);
        await WriteAsync(copy, paper.Votes, NpgsqlDbType.Integer, cancel);
        await WriteAsync(copy, paper.Comments, NpgsqlDbType.Integer, cancel);
        await WriteAsync(copy, paper.CodeUrl, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.CodeStars, NpgsqlDbType.Integer, cancel);
        await WriteAsync(copy, paper.ProjectUrl, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, Some(paper.Keywords), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Summary, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.SummaryModel, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.Organization, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.ThumbnailUrl, NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, Some(paper.MediaUrls), NpgsqlDbType.Array | NpgsqlDbType.Text, cancel);
        await WriteAsync(copy, paper.DiscussionId, NpgsqlDbType.Text, cancel);
    }

    private static Task WriteAsync<T>(NpgsqlBinaryImporter copy, T value, NpgsqlDbType type, CancellationToken cancel) =>
        value is null ? copy.WriteNullAsync(cancel) : copy.WriteAsync(value, type, cancel);

    /// <summary>An empty list is nothing that is known.</summary>
    private static string[]? Some(IReadOnlyList<string> words) => words.Count > 0 ? [.. words] : null;
}
