using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Links of papers to code, project and data, as people here set them, with who and when.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121173600_EditableLinks")]
internal sealed class EditableLinks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE paper_links (
            arxiv_id text COLLATE "C" NOT NULL,
            set_at timestamp with time zone NOT NULL,
            code_url text,
            project_url text,
            data_url text,
            account_id uuid,
            CONSTRAINT pk_paper_links PRIMARY KEY (arxiv_id, set_at),
            CONSTRAINT fk_paper_links_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
        );

        CREATE INDEX ix_paper_links_account_id ON paper_links (account_id);

        SELECT pages_show_papers_of('paper_links');
        """);
}
