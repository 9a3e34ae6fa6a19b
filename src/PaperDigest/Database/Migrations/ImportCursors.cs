using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>How far files have been taken in.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121141500_ImportCursors")]
internal sealed class ImportCursors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE import_cursors (
            fingerprint text NOT NULL,
            name text NOT NULL,
            bytes_done bigint NOT NULL,
            lines_done bigint NOT NULL,
            new_count bigint NOT NULL,
            replaced_count bigint NOT NULL,
            edited_count bigint NOT NULL,
            unchanged_count bigint NOT NULL,
            rejected_count bigint NOT NULL,
            started_at timestamp with time zone NOT NULL,
            moved_at timestamp with time zone NOT NULL,
            finished_at timestamp with time zone,
            CONSTRAINT pk_import_cursors PRIMARY KEY (fingerprint)
        );
        """);
}
