using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>How far each harvest got.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121141500_HarvestCursors")]
internal sealed class HarvestCursors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE harvest_cursors (
            name text COLLATE "C" NOT NULL,
            from_day date NOT NULL,
            until_day date,
            set_name text,
            format text NOT NULL,
            window_from date NOT NULL,
            window_until date,
            token text,
            token_expires_at timestamp with time zone,
            responded_on date,
            pages integer NOT NULL,
            added integer NOT NULL,
            replaced integer NOT NULL,
            edited integer NOT NULL,
            unchanged integer NOT NULL,
            rejected integer NOT NULL,
            deleted integer NOT NULL,
            started_at timestamp with time zone NOT NULL,
            finished_at timestamp with time zone,
            CONSTRAINT pk_harvest_cursors PRIMARY KEY (name)
        );
        """);
}
