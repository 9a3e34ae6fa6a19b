using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>
/// What the search index in each process lives by: changed papers in the order of their change, a word to all nodes whenever a
/// statement changed any, and the encoder. Votes, which change papers all day, are no change to it.
/// </summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121150000_LiveSearch")]
internal sealed class LiveSearch : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE trained_encoders (
            id integer NOT NULL,
            trained_at timestamp with time zone NOT NULL,
            paper_count integer NOT NULL,
            model bytea NOT NULL,
            CONSTRAINT pk_trained_encoders PRIMARY KEY (id)
        );
        CREATE INDEX ix_papers_changed_at_arxiv_id ON papers (changed_at, arxiv_id);

        CREATE FUNCTION tell_search() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('paperdigest_search', TG_OP);
            RETURN NULL;
        END $$;
        CREATE TRIGGER papers_told_to_search AFTER INSERT OR DELETE OR TRUNCATE OR UPDATE OF title, abstract, authors, categories, changed_at
            ON papers FOR EACH STATEMENT EXECUTE FUNCTION tell_search();
        """);
}
