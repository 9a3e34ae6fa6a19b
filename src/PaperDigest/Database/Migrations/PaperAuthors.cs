using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>
/// The papers of an author in the order of the author's page. The inverted index on <c>papers.authors</c> that this replaces found all
/// papers of a name and had to fetch each to see which are the newest; it also refused names of more than a page's third.
/// </summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121151500_PaperAuthors")]
internal sealed class PaperAuthors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE paper_authors (
            author text COLLATE "C" NOT NULL,
            first_listed date NOT NULL,
            arxiv_id text COLLATE "C" NOT NULL,
            CONSTRAINT pk_paper_authors PRIMARY KEY (author, first_listed, arxiv_id)
        );

        -- Triggers, because there are many who write papers and COPY is one of them. What is no name but a page of text has no row.
        CREATE FUNCTION add_paper_authors() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            INSERT INTO paper_authors (author, first_listed, arxiv_id)
            SELECT DISTINCT author, first_listed, arxiv_id FROM added, unnest(authors) AS author WHERE octet_length(author) <= 1000
            ORDER BY author, first_listed, arxiv_id;
            RETURN NULL;
        END $$;

        CREATE FUNCTION remove_paper_authors() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            DELETE FROM paper_authors a USING removed r, unnest(r.authors) AS author
            WHERE a.author = author.author AND a.first_listed = r.first_listed AND a.arxiv_id = r.arxiv_id;
            RETURN NULL;
        END $$;

        -- For each row, as only such a trigger can pass over the updates that leave both alone: votes are the most of them.
        CREATE FUNCTION change_paper_authors() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            DELETE FROM paper_authors a WHERE a.author = ANY (OLD.authors) AND a.first_listed = OLD.first_listed AND a.arxiv_id = OLD.arxiv_id;
            INSERT INTO paper_authors (author, first_listed, arxiv_id)
            SELECT DISTINCT author, NEW.first_listed, NEW.arxiv_id FROM unnest(NEW.authors) AS author WHERE octet_length(author) <= 1000;
            RETURN NULL;
        END $$;

        CREATE FUNCTION clear_paper_authors() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
            TRUNCATE paper_authors;
            RETURN NULL;
        END $$;

        CREATE TRIGGER papers_added AFTER INSERT ON papers REFERENCING NEW TABLE AS added
            FOR EACH STATEMENT EXECUTE FUNCTION add_paper_authors();

        CREATE TRIGGER papers_removed AFTER DELETE ON papers REFERENCING OLD TABLE AS removed
            FOR EACH STATEMENT EXECUTE FUNCTION remove_paper_authors();

        CREATE TRIGGER papers_cleared AFTER TRUNCATE ON papers FOR EACH STATEMENT EXECUTE FUNCTION clear_paper_authors();

        CREATE TRIGGER papers_changed AFTER UPDATE OF authors, first_listed ON papers
            FOR EACH ROW WHEN (OLD.authors IS DISTINCT FROM NEW.authors OR OLD.first_listed <> NEW.first_listed)
            EXECUTE FUNCTION change_paper_authors();

        INSERT INTO paper_authors (author, first_listed, arxiv_id)
        SELECT DISTINCT author, first_listed, arxiv_id FROM papers, unnest(authors) AS author WHERE octet_length(author) <= 1000
        ORDER BY author, first_listed, arxiv_id;

        DROP INDEX ix_papers_authors;
        """);
}
