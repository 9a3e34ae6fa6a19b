using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Papers that people put forward for a day's list, and authors who say which papers are theirs.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121171200_Submissions")]
internal sealed class Submissions : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE submissions (
            arxiv_id text COLLATE "C" NOT NULL,
            account_id uuid,
            submitted_at timestamp with time zone NOT NULL,
            comment text,
            state text NOT NULL,
            decided_at timestamp with time zone,
            decided_by uuid,
            reason text,
            listed_on date,
            CONSTRAINT pk_submissions PRIMARY KEY (arxiv_id),
            CONSTRAINT fk_submissions_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE,
            CONSTRAINT fk_submissions_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE SET NULL,
            CONSTRAINT fk_submissions_accounts_decided_by FOREIGN KEY (decided_by) REFERENCES accounts (id) ON DELETE SET NULL
        );

        CREATE INDEX ix_submissions_account_id_submitted_at ON submissions (account_id, submitted_at);
        CREATE INDEX ix_submissions_waiting ON submissions (submitted_at) WHERE state = 'waiting';
        CREATE INDEX ix_submissions_decided_at ON submissions (decided_at);
        CREATE INDEX ix_submissions_decided_by ON submissions (decided_by);
        SELECT pages_show_papers_of('submissions');

        CREATE TABLE author_claims (
            arxiv_id text COLLATE "C" NOT NULL,
            account_id uuid NOT NULL,
            author text NOT NULL,
            claimed_at timestamp with time zone NOT NULL,
            comment text,
            state text NOT NULL,
            decided_at timestamp with time zone,
            decided_by uuid,
            reason text,
            CONSTRAINT pk_author_claims PRIMARY KEY (arxiv_id, account_id),
            CONSTRAINT fk_author_claims_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE,
            CONSTRAINT fk_author_claims_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
            CONSTRAINT fk_author_claims_accounts_decided_by FOREIGN KEY (decided_by) REFERENCES accounts (id) ON DELETE SET NULL
        );

        CREATE INDEX ix_author_claims_account_id_claimed_at ON author_claims (account_id, claimed_at);
        CREATE INDEX ix_author_claims_waiting ON author_claims (claimed_at) WHERE state = 'waiting';
        CREATE INDEX ix_author_claims_decided_at ON author_claims (decided_at);
        CREATE INDEX ix_author_claims_decided_by ON author_claims (decided_by);
        CREATE UNIQUE INDEX ix_author_claims_accepted ON author_claims (arxiv_id, author) WHERE state = 'accepted';
        SELECT pages_show_papers_of('author_claims');
        """);
}
