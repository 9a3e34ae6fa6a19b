using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>What readers follow, and the papers that they do not want to be offered again.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121165200_Follows")]
internal sealed class Follows : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE follows (
            reader_id uuid NOT NULL,
            kind text COLLATE "C" NOT NULL,
            subject text COLLATE "C" NOT NULL,
            created_at timestamp with time zone NOT NULL,
            is_muted boolean NOT NULL,
            CONSTRAINT pk_follows PRIMARY KEY (reader_id, kind, subject)
        );

        CREATE INDEX ix_follows_created_at ON follows (created_at);

        CREATE TABLE hidden_papers (
            reader_id uuid NOT NULL,
            arxiv_id text COLLATE "C" NOT NULL,
            hidden_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_hidden_papers PRIMARY KEY (reader_id, arxiv_id),
            CONSTRAINT fk_hidden_papers_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
        );

        CREATE INDEX ix_hidden_papers_hidden_at ON hidden_papers (hidden_at);
        CREATE INDEX ix_hidden_papers_arxiv_id ON hidden_papers (arxiv_id);
        """);
}
