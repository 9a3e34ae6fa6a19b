using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Catalogue;

namespace PaperDigest.Following;

/// <summary>How follows are stored: those of one reader lie together.</summary>
internal sealed class FollowingMap : IEntityTypeConfiguration<Follow>, IEntityTypeConfiguration<HiddenPaper>
{
    public void Configure(EntityTypeBuilder<Follow> follow)
    {
        follow.ToTable("follows").HasKey(f => new { f.ReaderId, f.Kind, f.Subject });
        follow.Property(f => f.Kind).UseCollation("C");
        follow.Property(f => f.Subject).UseCollation("C");
        // What visitors left behind is cleared away by age.
        follow.HasIndex(f => f.CreatedAt);
    }

    public void Configure(EntityTypeBuilder<HiddenPaper> hidden)
    {
        hidden.ToTable("hidden_papers").HasKey(h => new { h.ReaderId, h.ArxivId });
        hidden.Property(h => h.ArxivId).UseCollation("C");
        hidden.HasIndex(h => h.HiddenAt);
        hidden.HasIndex(h => h.ArxivId);
        hidden.HasOne<Paper>().WithMany().HasForeignKey(h => h.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }
}
