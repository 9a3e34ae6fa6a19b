using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Saved papers that were taken out wait for a while; private feeds have an address that can be changed.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121164200_PrivateFeeds")]
internal sealed class PrivateFeeds : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE saved_papers ADD COLUMN removed_at timestamp with time zone;
        CREATE INDEX ix_saved_papers_removed_at ON saved_papers (removed_at) WHERE removed_at IS NOT NULL;

        CREATE TABLE feed_keys (
            account_id uuid NOT NULL,
            generation integer NOT NULL,
            CONSTRAINT pk_feed_keys PRIMARY KEY (account_id),
            CONSTRAINT fk_feed_keys_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
        );
        """);
}
