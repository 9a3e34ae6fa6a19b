using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace PaperDigest.Database.Migrations;

/// <summary>How often visitors of one network voted today.</summary>
[DbContext(typeof(PaperDigestDb))]
[Migration("20261121170119_VotingNetworks")]
internal sealed class VotingNetworks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        CREATE TABLE voting_networks (
            day date NOT NULL,
            network bytea NOT NULL,
            votes integer NOT NULL,
            CONSTRAINT pk_voting_networks PRIMARY KEY (day, network)
        );
        """);
}
