using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>What others see of a person.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121163500_PublicNames")]
internal sealed class PublicNames : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE accounts ADD COLUMN public_name text, ADD COLUMN public_name_key text;
        CREATE UNIQUE INDEX ix_accounts_public_name_key ON accounts (public_name_key);
        """);
}
