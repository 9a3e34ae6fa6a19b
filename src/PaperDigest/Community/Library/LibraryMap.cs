using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>How what readers keep is stored: everything of one reader lies together.</summary>
internal sealed class LibraryMap : IEntityTypeConfiguration<SavedPaper>, IEntityTypeConfiguration<ReadPaper>, IEntityTypeConfiguration<FeedKey>
{
    public void Configure(EntityTypeBuilder<SavedPaper> saved)
    {
        saved.ToTable("saved_papers").HasKey(s => new { s.ReaderId, s.ArxivId });
        saved.Property(s => s.ArxivId).UseCollation("C");
        saved.HasIndex(s => new { s.ReaderId, s.SavedAt, s.ArxivId });
        // What visitors left behind is cleared away by age.
        saved.HasIndex(s => s.SavedAt);
        saved.HasIndex(s => s.RemovedAt).HasFilter("removed_at IS NOT NULL");
        saved.HasIndex(s => s.ArxivId);
        saved.HasOne<Paper>().WithMany().HasForeignKey(s => s.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReadPaper> read)
    {
        read.ToTable("read_papers").HasKey(r => new { r.ReaderId, r.ArxivId });
        read.Property(r => r.ArxivId).UseCollation("C");
        read.HasIndex(r => r.ReadAt);
        read.HasIndex(r => r.ArxivId);
        read.HasOne<Paper>().WithMany().HasForeignKey(r => r.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<FeedKey> key)
    {
        key.ToTable("feed_keys").HasKey(k => k.AccountId);
        key.HasOne<Account>().WithOne().HasForeignKey<FeedKey>(k => k.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
