using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Catalogue;

/// <summary>How curated lists, and what other sites know of papers, are stored.</summary>
internal sealed class OutsideMap :
    IEntityTypeConfiguration<CuratedListing>, IEntityTypeConfiguration<CuratedEntry>, IEntityTypeConfiguration<OutsidePaper>,
    IEntityTypeConfiguration<VoteObservation>
{
    private const string Bytewise = "C";

    public void Configure(EntityTypeBuilder<CuratedListing> listing)
    {
        listing.ToTable("curated_listings").HasKey(l => new { l.Date, l.List });
        listing.Property(l => l.List).UseCollation(Bytewise);
    }

    public void Configure(EntityTypeBuilder<CuratedEntry> entry)
    {
        entry.ToTable("curated_entries").HasKey(e => new { e.Date, e.List, e.ArxivId });
        entry.Property(e => e.List).UseCollation(Bytewise);
        entry.Property(e => e.ArxivId).UseCollation(Bytewise);
        entry.HasIndex(e => new { e.ArxivId, e.Date });
        entry.HasIndex(e => new { e.SubmittedBy, e.Date }).HasFilter("submitted_by IS NOT NULL");
        entry.HasOne<CuratedListing>().WithMany().HasForeignKey(e => new { e.Date, e.List }).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Paper>().WithMany().HasForeignKey(e => e.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<OutsidePaper> paper)
    {
        paper.ToTable("outside_papers").HasKey(p => p.ArxivId);
        paper.Property(p => p.ArxivId).UseCollation(Bytewise);
        paper.HasOne<Paper>().WithOne().HasForeignKey<OutsidePaper>(p => p.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<VoteObservation> seen)
    {
        seen.ToTable("vote_observations").HasKey(o => new { o.ArxivId, o.ObservedAt });
        seen.Property(o => o.ArxivId).UseCollation(Bytewise);
        seen.HasOne<Paper>().WithMany().HasForeignKey(o => o.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }
}
