using Npgsql;
using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>A notice as a page or a mail shows it.</summary>
internal sealed record NoticeView(Guid Id, NoticeKind Kind, DateTimeOffset At)
{
    /// <summary>The columns that <see cref="Read"/> expects, of <c>notices n</c> with <see cref="Joins"/>.</summary>
    public const string Columns = "n.id, n.kind, n.created_at, n.read_at IS NULL, n.arxiv_id, p.title, n.comment_id, a.public_name, n.words, n.account_id";

    public const string Joins = "LEFT JOIN papers p ON p.arxiv_id = n.arxiv_id LEFT JOIN accounts a ON a.id = n.actor_id";

    public Guid Account { get; init; }
    public bool IsUnread { get; init; }
    public string? ArxivId { get; init; }
    public string? PaperTitle { get; init; }
    public Guid? Comment { get; init; }
    public string? Actor { get; init; }
    public string? Words { get; init; }

    /// <summary>Where it leads.</summary>
    public string Path => Comment is { } comment && Kind != NoticeKind.CommentHidden ? PostedComment.Permalink(comment)
        : ArxivId is { } paper ? PaperLinks.Paper(paper) + (Comment is null ? "" : "#comments")
        : NoticeBox.Page;

    /// <summary>What happened, in a sentence without its end; the paper's title follows it.</summary>
    public string Sentence => Kind switch
    {
        NoticeKind.Reply => $"{Who} answered your comment on",
        NoticeKind.Mention => $"{Who} mentioned you in a comment on",
        NoticeKind.Comment => $"{Who} commented on a paper of yours:",
        NoticeKind.CommentHidden => "A curator hid your comment on",
        NoticeKind.CommentRestored => "A curator restored your comment on",
        NoticeKind.ReportDecided => "The curators looked at the comment that you reported, on",
        NoticeKind.ClaimDecided => "The curators answered your claim to be an author of",
        _ => "The curators answered your submission of",
    };

    private string Who => Actor ?? "Somebody";

    public static NoticeView Read(NpgsqlDataReader row) => new(
        row.GetGuid(0), Enum.Parse<NoticeKind>(row.GetString(1).Replace("_", "", StringComparison.Ordinal), ignoreCase: true), row.GetFieldValue<DateTimeOffset>(2))
    {
        IsUnread = row.GetBoolean(3), ArxivId = Text(row, 4), PaperTitle = Text(row, 5), Comment = row.IsDBNull(6) ? null : row.GetGuid(6),
        Actor = Text(row, 7), Words = Text(row, 8), Account = row.GetGuid(9),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
