using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Which papers lack what feeds do not carry, and when arXiv was asked for it.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121144600_Details")]
internal sealed class Details : Migration
{
    // The index holds only papers that lack something, but is found by one reading of the table.
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE papers ADD COLUMN details_asked_at timestamp with time zone;

        CREATE INDEX ix_papers_to_detail ON papers (details_asked_at, first_listed DESC, arxiv_id DESC)
            WHERE (submitted_at IS NULL OR categories = '{}') AND NOT is_sample;
        """);
}
