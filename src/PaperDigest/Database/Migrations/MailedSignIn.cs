using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Sign-in links that are mailed to an address, which need not have an account yet.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121164156_MailedSignIn")]
internal sealed class MailedSignIn : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        ALTER TABLE sign_in_links ALTER COLUMN account_id DROP NOT NULL,
            ADD COLUMN email text, ADD COLUMN email_key text, ADD COLUMN asked_at timestamp with time zone;
        CREATE INDEX ix_sign_in_links_asked_at ON sign_in_links (asked_at);
        CREATE INDEX ix_sign_in_links_email_key_asked_at ON sign_in_links (email_key, asked_at);
        """);
}
