using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>
/// A word to all nodes for each change that a cached page shows, so that they drop the pages that show it and no other:
/// <c>p:ARXIV_ID</c>, <c>d:DATE</c>, <c>days</c>, <c>awaited</c>, <c>ranks</c>, <c>newest</c>, or <c>*</c> for everything. A table of
/// papers' matters takes part by <c>SELECT pages_show_papers_of('table')</c>, in the migration that makes it.
/// </summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121165000_PageChanges")]
internal sealed class PageChanges : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        -- A statement that changes many papers (an import) is told as a change of everything: so many words would cost more than
        -- rendering again. A word has at most 8,000 bytes, and the longest ids have 20.
        CREATE FUNCTION tell_pages_of_papers() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE ids text[];
        BEGIN
            ids := ARRAY(SELECT DISTINCT arxiv_id FROM (SELECT arxiv_id FROM changed LIMIT 1001) c);
            IF cardinality(ids) > 500 THEN
                PERFORM pg_notify('paperdigest_pages', '*');
            ELSE
                PERFORM pg_notify('paperdigest_pages', string_agg('p:' || id, ' '))
                FROM unnest(ids) WITH ORDINALITY AS u (id, n) GROUP BY (n - 1) / 100;
            END IF;
            RETURN NULL;
        END $$;

        CREATE FUNCTION pages_show_papers_of(shown text) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            EXECUTE format('CREATE TRIGGER told_to_pages_added AFTER INSERT ON %I REFERENCING NEW TABLE AS changed
                FOR EACH STATEMENT EXECUTE FUNCTION tell_pages_of_papers()', shown);
            EXECUTE format('CREATE TRIGGER told_to_pages_changed AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed
                FOR EACH STATEMENT EXECUTE FUNCTION tell_pages_of_papers()', shown);
            EXECUTE format('CREATE TRIGGER told_to_pages_removed AFTER DELETE ON %I REFERENCING OLD TABLE AS changed
                FOR EACH STATEMENT EXECUTE FUNCTION tell_pages_of_papers()', shown);
        END $$;

        CREATE FUNCTION tell_pages() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('paperdigest_pages', TG_ARGV[0]);
            RETURN NULL;
        END $$;

        CREATE FUNCTION tell_pages_of_day() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM pg_notify('paperdigest_pages', 'd:' || coalesce(NEW.date, OLD.date) || ' ' || TG_ARGV[0]);
            RETURN NULL;
        END $$;

        -- Papers that nobody has seen yet are on no page but the newest; removals are rare.
        CREATE TRIGGER told_to_pages_changed AFTER UPDATE ON papers REFERENCING NEW TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION tell_pages_of_papers();
        CREATE TRIGGER told_to_pages_added AFTER INSERT ON papers FOR EACH STATEMENT EXECUTE FUNCTION tell_pages('newest');
        CREATE TRIGGER told_to_pages_removed AFTER DELETE OR TRUNCATE ON papers FOR EACH STATEMENT EXECUTE FUNCTION tell_pages('*');
        SELECT pages_show_papers_of('outside_papers');
        SELECT pages_show_papers_of('curated_entries');
        SELECT pages_show_papers_of('vote_observations');

        -- A vote marks its days as changed, and no page shows that: the ranking, which follows within the minute, is what is told.
        CREATE TRIGGER told_to_pages_added AFTER INSERT OR DELETE ON listing_days FOR EACH ROW EXECUTE FUNCTION tell_pages_of_day('days ranks');
        CREATE TRIGGER told_to_pages_listed AFTER UPDATE ON listing_days FOR EACH ROW
            WHEN ((OLD.ranked_at IS NULL) <> (NEW.ranked_at IS NULL)) EXECUTE FUNCTION tell_pages_of_day('days ranks');
        CREATE TRIGGER told_to_pages_changed AFTER UPDATE ON listing_days FOR EACH ROW
            WHEN (OLD.ranked_at IS DISTINCT FROM NEW.ranked_at OR OLD.announced_at IS DISTINCT FROM NEW.announced_at
                OR (OLD.new_count, OLD.cross_count, OLD.replaced_count, OLD.is_sample) IS DISTINCT FROM (NEW.new_count, NEW.cross_count, NEW.replaced_count, NEW.is_sample))
            EXECUTE FUNCTION tell_pages_of_day('ranks');
        CREATE TRIGGER told_to_pages AFTER INSERT OR UPDATE OR DELETE ON listings FOR EACH ROW EXECUTE FUNCTION tell_pages_of_day('awaited');
        CREATE TRIGGER told_to_pages AFTER INSERT OR UPDATE OR DELETE ON listing_watches FOR EACH ROW EXECUTE FUNCTION tell_pages_of_day('awaited');
        CREATE TRIGGER told_to_pages AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON announcement_holidays
            FOR EACH STATEMENT EXECUTE FUNCTION tell_pages('*');
        """);
}
