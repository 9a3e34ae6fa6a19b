using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Indexes for what a search may ask beside words: votes, who submitted to a curated list, the DOI. Each holds few of the rows.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121181500_SearchByOperators")]
internal sealed class SearchByOperators : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
            """
            CREATE INDEX ix_papers_voted ON papers (first_listed DESC, arxiv_id DESC) WHERE vote_count + outside_votes > 0;
            CREATE INDEX ix_papers_doi ON papers (doi) WHERE doi IS NOT NULL;
            CREATE INDEX ix_curated_entries_submitted_by_date ON curated_entries (submitted_by, date) WHERE submitted_by IS NOT NULL;
            """);
}
