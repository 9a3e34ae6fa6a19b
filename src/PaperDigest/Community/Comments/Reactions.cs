using Npgsql;

namespace PaperDigest.Community;

/// <summary>Gives reactions and takes them back; the counts on the comment are written by the same statement.</summary>
internal sealed class Reactions(NpgsqlDataSource database)
{
    /// <summary>The sign of each kind and its name, in the order in which they are shown.</summary>
    public static IReadOnlyList<(ReactionKind Kind, string Sign, string Name)> All { get; } =
    [
        (ReactionKind.Agree, "👍", "Agree"), (ReactionKind.Thanks, "❤️", "Thanks"), (ReactionKind.Celebrate, "🎉", "Celebrate"),
        (ReactionKind.Wonder, "🤔", "Wonder"), (ReactionKind.Watch, "👀", "Watching"),
    ];

    /// <summary>Whether or not it was given before, it is given, or not, afterwards; to a comment that is not shown nothing happens.</summary>
    public async Task SetAsync(CommentReaction reaction, bool given, CancellationToken cancel)
    {
        // By the primary keys.
        const string give =
            """
            INSERT INTO comment_reactions (comment_id, account_id, kind, given_at)
            SELECT c.id, a.id, @kind, @now FROM comments c, accounts a WHERE c.id = @id AND c.state = 'shown' AND a.id = @account
            ON CONFLICT DO NOTHING RETURNING comment_id
            """;
        const string takeBack = "DELETE FROM comment_reactions WHERE comment_id = @id AND account_id = @account AND kind = @kind RETURNING comment_id";
        var sql =
            $"""
            WITH set AS ({(given ? give : takeBack)})
            UPDATE comments c SET reaction_count = c.reaction_count + @change, reaction_counts[@place] = c.reaction_counts[@place] + @change
            FROM set WHERE c.id = set.comment_id
            """;
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue("id", reaction.CommentId);
        command.Parameters.AddWithValue("account", reaction.AccountId);
        command.Parameters.AddWithValue("kind", Word(reaction.Kind));
        command.Parameters.AddWithValue("now", reaction.GivenAt);
        command.Parameters.AddWithValue("place", (int)reaction.Kind + 1);
        command.Parameters.AddWithValue("change", given ? 1 : -1);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>A kind as forms and the database write it.</summary>
    public static string Word(ReactionKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Reads <see cref="Word"/>; null for anything else.</summary>
    public static ReactionKind? Read(string? word) =>
        All.Where(r => Word(r.Kind) == word).Select(r => (ReactionKind?)r.Kind).FirstOrDefault();
}
