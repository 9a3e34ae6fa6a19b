using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Papers that readers save, with tags and a note, and those that they have opened.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121163600_Library")]
internal sealed class Library : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE saved_papers (
            reader_id uuid NOT NULL,
            arxiv_id text COLLATE "C" NOT NULL,
            saved_at timestamp with time zone NOT NULL,
            note text,
            tags text[] NOT NULL,
            CONSTRAINT pk_saved_papers PRIMARY KEY (reader_id, arxiv_id),
            CONSTRAINT fk_saved_papers_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
        );

        CREATE INDEX ix_saved_papers_reader_id_saved_at_arxiv_id ON saved_papers (reader_id, saved_at, arxiv_id);
        CREATE INDEX ix_saved_papers_saved_at ON saved_papers (saved_at);
        CREATE INDEX ix_saved_papers_arxiv_id ON saved_papers (arxiv_id);

        CREATE TABLE read_papers (
            reader_id uuid NOT NULL,
            arxiv_id text COLLATE "C" NOT NULL,
            read_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_read_papers PRIMARY KEY (reader_id, arxiv_id),
            CONSTRAINT fk_read_papers_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
        );

        CREATE INDEX ix_read_papers_read_at ON read_papers (read_at);
        CREATE INDEX ix_read_papers_arxiv_id ON read_papers (arxiv_id);
        """);
}
