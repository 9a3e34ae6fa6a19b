using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>What full records know beside the feeds, and what earlier versions said. Rewrites no row.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121132900_FullRecords")]
internal sealed class FullRecords : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE papers
            ADD is_withdrawn boolean NOT NULL DEFAULT false,
            ADD affiliations text[],
            ADD report_no text,
            ADD submitter text,
            ADD recorded_on date;

        ALTER TABLE paper_versions
            ALTER title DROP NOT NULL,
            ADD abstract text,
            ADD authors text[],
            ADD is_withdrawn boolean;
        """);
}
