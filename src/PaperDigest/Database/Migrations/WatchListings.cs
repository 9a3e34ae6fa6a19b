using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>
/// Holidays, what is known of each listing that should be there, and a mark on entries that a feed left out. The holidays are
/// those that arXiv published for 2025 and 2026; further years are entered on /admin/calendar.
/// </summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121133400_WatchListings")]
internal sealed class WatchListings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE TABLE announcement_holidays (
                date date NOT NULL,
                name text NOT NULL,
                CONSTRAINT pk_announcement_holidays PRIMARY KEY (date)
            );

            INSERT INTO announcement_holidays (date, name) VALUES
                ('2025-01-01', 'New Year''s Day'), ('2025-01-20', 'Martin Luther King Jr. Day'), ('2025-06-19', 'Juneteenth'),
                ('2025-07-06', 'Independence Day weekend'), ('2025-09-01', 'Labor Day'), ('2025-11-27', 'Thanksgiving'),
                ('2025-12-25', 'Christmas Day'), ('2025-12-30', 'Winter break'),
                ('2026-01-01', 'New Year''s Day'), ('2026-01-19', 'Martin Luther King Jr. Day'), ('2026-06-19', 'Juneteenth'),
                ('2026-07-03', 'Independence Day, observed'), ('2026-09-07', 'Labor Day'), ('2026-11-26', 'Thanksgiving'),
                ('2026-12-25', 'Christmas Day'), ('2026-12-29', 'Winter break'), ('2026-12-31', 'New Year''s Eve');

            CREATE TABLE listing_watches (
                date date NOT NULL,
                category text COLLATE "C" NOT NULL,
                state text NOT NULL,
                tried_at timestamp with time zone,
                next_try_at timestamp with time zone,
                attempts integer NOT NULL,
                message text,
                reconciled_at timestamp with time zone,
                filled_in integer NOT NULL,
                by_hand boolean NOT NULL,
                CONSTRAINT pk_listing_watches PRIMARY KEY (date, category)
            );

            CREATE INDEX ix_listing_watches_next_try_at ON listing_watches (next_try_at) WHERE next_try_at IS NOT NULL;

            ALTER TABLE listing_entries ADD COLUMN filled_in boolean NOT NULL DEFAULT FALSE;
            """);
}
