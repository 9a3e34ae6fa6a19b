using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>What came onto lists since a reader's last visit.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121171000_Visits")]
internal sealed class Visits : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE ranked_papers ADD COLUMN came_at timestamp with time zone;

        CREATE TABLE visits (
            reader_id uuid NOT NULL,
            seen_until timestamp with time zone,
            last_at timestamp with time zone NOT NULL,
            CONSTRAINT pk_visits PRIMARY KEY (reader_id)
        );
        """);
}
