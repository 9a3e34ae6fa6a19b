using PaperDigest.Mail;

namespace PaperDigest.Community;

/// <summary>The parts of the statements about comments that leave notices, so that the act and the word of it are stored together.</summary>
internal static class CommentNotices
{
    /// <summary>
    /// Tells those whom a comment in <c>posted</c> concerns, each once and its author not: whom it answers, whom it mentions, whose
    /// paper it is, and who saved the paper, these only while no other word about it waits for them.
    /// </summary>
    // By the primary keys, ix_accounts_public_name_key, ix_saved_papers_arxiv_id and ix_notices_unread. Of readers who saved a paper the
    // first thousand are told; nobody's comment writes more rows than that.
    public const string OfPosted =
        """
        told AS (
            INSERT INTO notices (id, account_id, kind, arxiv_id, comment_id, actor_id, created_at)
            SELECT gen_random_uuid(), who.account_id, who.kind, @paper, @id, @author, @now
            FROM posted CROSS JOIN LATERAL (
                SELECT DISTINCT ON (account_id) account_id, kind FROM (
                    SELECT c.account_id, 'reply' AS kind, 1 AS place FROM comments c WHERE c.id = posted.parent_id AND c.account_id IS NOT NULL
                    UNION ALL
                    SELECT a.id, 'mention', 2 FROM accounts a WHERE a.public_name_key = ANY (@mentions)
                    UNION ALL
                    SELECT k.account_id, 'comment', 3 FROM author_claims k WHERE k.arxiv_id = @paper AND k.state = 'accepted'
                    UNION ALL
                    SELECT s.account_id, 'comment', 3 FROM submissions s WHERE s.arxiv_id = @paper AND s.state = 'accepted' AND s.account_id IS NOT NULL
                    UNION ALL
                    (SELECT a.id, 'comment', 3 FROM saved_papers s JOIN accounts a ON a.id = s.reader_id
                     WHERE s.arxiv_id = @paper AND s.removed_at IS NULL
                         AND NOT EXISTS (SELECT FROM notices n WHERE n.account_id = a.id AND n.arxiv_id = @paper AND n.read_at IS NULL)
                     LIMIT 1000)) concerned
                WHERE account_id <> @author
                ORDER BY account_id, place) who)
        """;

    /// <summary>
    /// Tells the person of <c>decided (arxiv_id, account_id)</c> what became of their claim or submission, unless it is the curator who
    /// decided. <c>@verdict</c> is accepted or declined, <c>@reason</c> may be null.
    /// </summary>
    public static string OfDecision(NoticeKind kind) =>
        $"""
        told AS (
            INSERT INTO notices (id, account_id, kind, arxiv_id, words, created_at)
            SELECT gen_random_uuid(), account_id, '{Outbox.Word(kind)}', arxiv_id,
                concat_ws(' ', CASE @verdict WHEN 'accepted' THEN 'It was accepted.' ELSE 'It was declined.' END, @reason::text), @now
            FROM decided WHERE account_id IS NOT NULL AND account_id <> @curator)
        """;

    /// <summary>Tells the author of the comment in <c>before</c> what a curator did, and those who reported it what came of it.</summary>
    // By the primary key of comment_reports.
    public const string OfAct =
        """
        told AS (
            INSERT INTO notices (id, account_id, kind, arxiv_id, comment_id, words, created_at)
            SELECT gen_random_uuid(), b.account_id, CASE @kind WHEN 'hide' THEN 'comment_hidden' ELSE 'comment_restored' END, b.arxiv_id, b.id, nullif(@reason, ''), @now
            FROM before b WHERE @kind <> 'dismiss' AND b.account_id IS NOT NULL
            UNION ALL
            SELECT gen_random_uuid(), r.account_id, 'report_decided', b.arxiv_id, b.id, CASE @kind WHEN 'hide' THEN 'It was hidden.' ELSE 'It was left as it is.' END, @now
            FROM before b JOIN comment_reports r ON r.comment_id = b.id AND r.decided_at IS NULL)
        """;
}
