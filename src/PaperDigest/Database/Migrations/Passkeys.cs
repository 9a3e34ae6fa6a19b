using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>Passkeys, the second way to sign in.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121172137_Passkeys")]
internal sealed class Passkeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE passkeys (
            credential_id bytea NOT NULL,
            account_id uuid NOT NULL,
            name text,
            public_key bytea NOT NULL,
            created_at timestamp with time zone NOT NULL,
            sign_count bigint NOT NULL,
            transports text[],
            is_user_verified boolean NOT NULL,
            is_backup_eligible boolean NOT NULL,
            is_backed_up boolean NOT NULL,
            attestation_object bytea NOT NULL,
            client_data_json bytea NOT NULL,
            CONSTRAINT pk_passkeys PRIMARY KEY (credential_id),
            CONSTRAINT fk_passkeys_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE
        );
        CREATE INDEX ix_passkeys_account_id ON passkeys (account_id);
        """);
}
