using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>What is remembered of a source that turns requests away.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121134300_Manners")]
internal sealed class Manners : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE source_turns ADD COLUMN blocked_until timestamp with time zone, ADD COLUMN blocked_because text,
            ADD COLUMN refusals integer NOT NULL DEFAULT 0;
        """);
}
