using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Comments on papers with their versions, reactions and reports, what curators did about them, and their number on the paper.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121165300_Comments")]
internal sealed class Comments : Migration
{
    // The one column of a large table has a constant default, which rewrites nothing.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE papers ADD COLUMN comment_count integer NOT NULL DEFAULT 0;

        CREATE TABLE comments (
            id uuid NOT NULL,
            arxiv_id text COLLATE "C" NOT NULL,
            account_id uuid,
            thread_id uuid NOT NULL,
            parent_id uuid,
            body text NOT NULL,
            mentions text[] NOT NULL,
            state text NOT NULL,
            hidden_reason text,
            version integer NOT NULL,
            created_at timestamp with time zone NOT NULL,
            edited_at timestamp with time zone,
            reply_count integer NOT NULL,
            reaction_count integer NOT NULL,
            reaction_counts integer[] NOT NULL,
            post_key uuid NOT NULL,
            CONSTRAINT pk_comments PRIMARY KEY (id),
            CONSTRAINT fk_comments_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE,
            CONSTRAINT fk_comments_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE SET NULL,
            CONSTRAINT fk_comments_comments_parent_id FOREIGN KEY (parent_id) REFERENCES comments (id) ON DELETE CASCADE
        );

        CREATE INDEX ix_comments_threads ON comments (arxiv_id, id DESC) WHERE parent_id IS NULL AND (state = 'shown' OR reply_count > 0);
        CREATE INDEX ix_comments_threads_liked ON comments (arxiv_id, reaction_count DESC, id DESC) WHERE parent_id IS NULL AND (state = 'shown' OR reply_count > 0);
        CREATE INDEX ix_comments_thread_id_id ON comments (thread_id, id);
        CREATE INDEX ix_comments_shown ON comments (arxiv_id, id DESC) WHERE state = 'shown';
        CREATE INDEX ix_comments_account_id_created_at ON comments (account_id, created_at);
        CREATE UNIQUE INDEX ix_comments_account_id_post_key ON comments (account_id, post_key);
        CREATE INDEX ix_comments_parent_id ON comments (parent_id) WHERE parent_id IS NOT NULL;

        CREATE TABLE comment_versions (
            comment_id uuid NOT NULL,
            version integer NOT NULL,
            body text NOT NULL,
            written_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_comment_versions PRIMARY KEY (comment_id, version),
            CONSTRAINT fk_comment_versions_comments_comment_id FOREIGN KEY (comment_id) REFERENCES comments (id) ON DELETE CASCADE
        );

        CREATE TABLE comment_reactions (
            comment_id uuid NOT NULL,
            account_id uuid NOT NULL,
            kind text NOT NULL,
            given_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_comment_reactions PRIMARY KEY (comment_id, account_id, kind),
            CONSTRAINT fk_comment_reactions_comments_comment_id FOREIGN KEY (comment_id) REFERENCES comments (id) ON DELETE CASCADE,
            CONSTRAINT fk_comment_reactions_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
        );

        CREATE INDEX ix_comment_reactions_account_id ON comment_reactions (account_id);

        CREATE TABLE comment_reports (
            comment_id uuid NOT NULL,
            account_id uuid NOT NULL,
            reason text NOT NULL,
            reported_at timestamp with time zone NOT NULL,
            decided_at timestamp with time zone,
            CONSTRAINT pk_comment_reports PRIMARY KEY (comment_id, account_id),
            CONSTRAINT fk_comment_reports_comments_comment_id FOREIGN KEY (comment_id) REFERENCES comments (id) ON DELETE CASCADE,
            CONSTRAINT fk_comment_reports_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
        );

        CREATE INDEX ix_comment_reports_reported_at_comment_id ON comment_reports (reported_at, comment_id) WHERE decided_at IS NULL;
        CREATE INDEX ix_comment_reports_account_id ON comment_reports (account_id);

        CREATE TABLE curator_acts (
            id uuid NOT NULL,
            comment_id uuid NOT NULL,
            account_id uuid,
            kind text NOT NULL,
            reason text NOT NULL,
            acted_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_curator_acts PRIMARY KEY (id),
            CONSTRAINT fk_curator_acts_comments_comment_id FOREIGN KEY (comment_id) REFERENCES comments (id) ON DELETE CASCADE,
            CONSTRAINT fk_curator_acts_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE SET NULL
        );

        CREATE INDEX ix_curator_acts_acted_at ON curator_acts (acted_at DESC);
        CREATE INDEX ix_curator_acts_comment_id ON curator_acts (comment_id);
        CREATE INDEX ix_curator_acts_account_id ON curator_acts (account_id);

        SELECT pages_show_papers_of('comments');
        """);
}
