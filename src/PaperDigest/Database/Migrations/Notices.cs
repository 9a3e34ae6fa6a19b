using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Notices to people, and who wants them mailed.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121172000_Notices")]
internal sealed class Notices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE notices (
            id uuid NOT NULL,
            account_id uuid NOT NULL,
            kind text NOT NULL,
            arxiv_id text COLLATE "C",
            comment_id uuid,
            actor_id uuid,
            words text,
            created_at timestamp with time zone NOT NULL,
            read_at timestamp with time zone,
            mailed_at timestamp with time zone,
            CONSTRAINT pk_notices PRIMARY KEY (id),
            CONSTRAINT fk_notices_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
            CONSTRAINT fk_notices_accounts_actor_id FOREIGN KEY (actor_id) REFERENCES accounts (id) ON DELETE SET NULL,
            CONSTRAINT fk_notices_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE,
            CONSTRAINT fk_notices_comments_comment_id FOREIGN KEY (comment_id) REFERENCES comments (id) ON DELETE CASCADE
        );

        CREATE INDEX ix_notices_account_id_created_at_id ON notices (account_id, created_at DESC, id DESC);
        CREATE INDEX ix_notices_unread ON notices (account_id, arxiv_id) WHERE read_at IS NULL;
        CREATE INDEX ix_notices_created_at ON notices (created_at);
        CREATE INDEX ix_notices_read_at ON notices (read_at) WHERE read_at IS NOT NULL;
        CREATE INDEX ix_notices_arxiv_id ON notices (arxiv_id);
        CREATE INDEX ix_notices_comment_id ON notices (comment_id);
        CREATE INDEX ix_notices_actor_id ON notices (actor_id);

        CREATE TABLE notice_wishes (
            account_id uuid NOT NULL,
            next_mail_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_notice_wishes PRIMARY KEY (account_id),
            CONSTRAINT fk_notice_wishes_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
        );

        CREATE INDEX ix_notice_wishes_next_mail_at ON notice_wishes (next_mail_at);

        CREATE TABLE notice_mails (
            day date NOT NULL,
            account_id uuid NOT NULL,
            mail_id uuid NOT NULL,
            CONSTRAINT pk_notice_mails PRIMARY KEY (day, account_id),
            CONSTRAINT fk_notice_mails_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
        );

        CREATE INDEX ix_notice_mails_account_id ON notice_mails (account_id);
        """);
}
