using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Curated lists of other sites, what these know of papers, and a day's places for papers that only such a list has.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121134500_Curated")]
internal sealed class Curated : Migration
{
    // A column with a constant default and one that may be null: neither rewrites the table.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE curated_listings (
            date date NOT NULL,
            list text COLLATE "C" NOT NULL,
            entry_count integer NOT NULL,
            observed_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_curated_listings PRIMARY KEY (date, list)
        );

        CREATE TABLE curated_entries (
            date date NOT NULL,
            list text COLLATE "C" NOT NULL,
            arxiv_id text COLLATE "C" NOT NULL,
            position integer NOT NULL,
            submitted_by text,
            submitted_by_name text,
            submitted_at timestamp with time zone,
            CONSTRAINT pk_curated_entries PRIMARY KEY (date, list, arxiv_id),
            CONSTRAINT fk_curated_entries_curated_listings_date_list FOREIGN KEY (date, list) REFERENCES curated_listings (date, list) ON DELETE CASCADE,
            CONSTRAINT fk_curated_entries_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
        );

        CREATE TABLE outside_papers (
            arxiv_id text COLLATE "C" NOT NULL,
            votes integer NOT NULL,
            comments integer NOT NULL,
            code_url text,
            code_stars integer,
            project_url text,
            keywords text[] NOT NULL,
            summary text,
            summary_model text,
            organization text,
            thumbnail_url text,
            media_urls text[] NOT NULL,
            discussion_id text,
            observed_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_outside_papers PRIMARY KEY (arxiv_id),
            CONSTRAINT fk_outside_papers_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
        );

        CREATE TABLE vote_observations (
            arxiv_id text COLLATE "C" NOT NULL,
            observed_at timestamp with time zone NOT NULL,
            votes integer NOT NULL,
            comments integer NOT NULL,
            stars integer,
            is_recorded boolean NOT NULL,
            CONSTRAINT pk_vote_observations PRIMARY KEY (arxiv_id, observed_at),
            CONSTRAINT fk_vote_observations_papers_arxiv_id FOREIGN KEY (arxiv_id) REFERENCES papers (arxiv_id) ON DELETE CASCADE
        );

        CREATE INDEX ix_curated_entries_arxiv_id_date ON curated_entries (arxiv_id, date);

        ALTER TABLE ranked_papers ADD COLUMN is_curated boolean NOT NULL DEFAULT false, ALTER COLUMN section DROP NOT NULL;
        """);
}
