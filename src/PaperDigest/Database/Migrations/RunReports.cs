using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Reports as they were written: jsonb forgets the order of properties, in which a page shows them. The table has some rows a day.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121142300_RunReports")]
internal sealed class RunReports : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE ingest_runs ALTER COLUMN report TYPE json;
        """);
}
