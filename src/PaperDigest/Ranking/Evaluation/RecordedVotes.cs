using System.Text.Json;
using System.Text.Json.Serialization;
using PaperDigest.Hosting;

namespace PaperDigest.Ranking;

/// <summary>Reads votes that were recorded over days.</summary>
internal static class RecordedVotes
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>
    /// The looks of <c>votes.jsonl</c> (or <c>votes.jsonl.gz</c>): lines of <c>date</c> (of the list), <c>arxiv_id</c>, <c>at</c> (the instant
    /// of the look), <c>votes</c>, and where known <c>comments</c> and <c>since</c> (when the paper came onto the list; otherwise the
    /// beginning of the date, in UTC).
    /// </summary>
    /// <exception cref="InvalidDataException">With the file, the line and what is wrong there.</exception>
    public static async Task<IReadOnlyList<RecordedLook>> ReadAsync(string folder, CancellationToken cancel) =>
        await RecordLines.ReadAsync(Path.Combine(folder, "votes.jsonl"), LookIn, cancel);

    private static RecordedLook LookIn(string line)
    {
        if (JsonSerializer.Deserialize<Line>(line, Format) is not { Date: { } date, ArxivId: { } id, At: { } at, Votes: { } votes } look)
            throw new FormatException("a look needs \"date\", \"arxiv_id\", \"at\" and \"votes\".");
        if (votes < 0 || look.Comments < 0) throw new FormatException("counts are not below 0.");
        return new RecordedLook(date, id, at, votes) { Comments = look.Comments, Since = look.Since ?? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero) };
    }

    private sealed record Line(DateOnly? Date, [property: JsonPropertyName("arxiv_id")] string? ArxivId, DateTimeOffset? At, int? Votes, DateTimeOffset? Since)
    {
        public int Comments { get; init; }
    }
}
