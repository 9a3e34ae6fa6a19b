using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>How votes are stored: one per reader and paper by key.</summary>
internal sealed class CommunityMap : IEntityTypeConfiguration<Vote>, IEntityTypeConfiguration<VotingNetwork>
{
    public void Configure(EntityTypeBuilder<Vote> vote)
    {
        vote.ToTable("votes").HasKey(v => new { v.ArxivId, v.VisitorId });
        vote.Property(v => v.ArxivId).UseCollation("C");
        vote.HasIndex(v => new { v.VisitorId, v.CastAt });
        vote.HasOne<Paper>().WithMany().HasForeignKey(v => v.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<VotingNetwork> network) => network.ToTable("voting_networks").HasKey(n => new { n.Day, n.Network });
}
