using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Catalogue;

namespace PaperDigest.Ranking;

/// <summary>How a day's order is stored: a page of it is a range of the primary key.</summary>
internal sealed class RankingMap : IEntityTypeConfiguration<RankedPaper>
{
    public void Configure(EntityTypeBuilder<RankedPaper> ranked)
    {
        ranked.ToTable("ranked_papers").HasKey(r => new { r.Date, r.Rank });
        ranked.Property(r => r.ArxivId).UseCollation("C");
        // For the rows of before curated lists were taken in.
        ranked.Property(r => r.IsCurated).HasDefaultValue(false);
        ranked.HasIndex(r => new { r.ArxivId, r.Date }).IsUnique();
        ranked.HasOne<Paper>().WithMany().HasForeignKey(r => r.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }
}
