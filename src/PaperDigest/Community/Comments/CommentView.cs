using Npgsql;
using PaperDigest.Accounts;

namespace PaperDigest.Community;

/// <summary>A comment as a page shows it.</summary>
public sealed record CommentView(Guid Id, Guid ThreadId, Guid? ParentId)
{
    public Guid? AuthorId { get; init; }

    /// <summary>The author's public name; null once the account is gone.</summary>
    public string? Author { get; init; }

    /// <summary>Whether the author is one of those who curate this installation.</summary>
    public bool IsCurators { get; init; }

    /// <summary>Whether the author is an author of the paper, as a curator confirmed.</summary>
    public bool IsAuthors { get; init; }

    /// <summary>Whether the author put the paper forward.</summary>
    public bool IsSubmitters { get; init; }

    /// <summary>Its Markdown, or the beginning of it.</summary>
    public required string Body { get; init; }

    public bool IsCut { get; init; }
    public required IReadOnlyList<string> Mentions { get; init; }
    public CommentState State { get; init; }
    public string? HiddenReason { get; init; }
    public int Version { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Of the first comment of a thread: how many answers there are.</summary>
    public int ReplyCount { get; init; }

    /// <summary>For each kind of reaction how many there are, in the order of <see cref="ReactionKind"/>.</summary>
    public required IReadOnlyList<int> Reactions { get; init; }

    /// <summary>The kinds that the reader gave.</summary>
    public required IReadOnlyList<string> Given { get; init; }

    /// <summary>The public name of whom it answers; null when it begins a thread, or they are gone.</summary>
    public string? Answers { get; init; }

    internal static CommentView Read(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetGuid(1), row.IsDBNull(2) ? null : row.GetGuid(2))
    {
        AuthorId = row.IsDBNull(3) ? null : row.GetGuid(3),
        Author = row.IsDBNull(4) ? null : row.GetString(4),
        IsCurators = !row.IsDBNull(5) && Enum.Parse<AccountRole>(row.GetString(5), ignoreCase: true) >= AccountRole.Curator,
        Body = row.GetString(6),
        IsCut = row.GetBoolean(7),
        Mentions = row.GetFieldValue<string[]>(8),
        State = Enum.Parse<CommentState>(row.GetString(9), ignoreCase: true),
        HiddenReason = row.IsDBNull(10) ? null : row.GetString(10),
        Version = row.GetInt32(11),
        CreatedAt = row.GetFieldValue<DateTimeOffset>(12),
        ReplyCount = row.GetInt32(13),
        Reactions = row.GetFieldValue<int[]>(14),
        Answers = row.IsDBNull(15) ? null : row.GetString(15),
        Given = row.GetFieldValue<string[]>(16),
        IsAuthors = row.GetBoolean(18),
        IsSubmitters = row.GetBoolean(19),
        EditedAt = row.IsDBNull(17) ? null : row.GetFieldValue<DateTimeOffset>(17),
    };
}
