using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Catalogue;

/// <summary>How the catalogue's entities are stored, with the index that each page reads by.</summary>
internal sealed class CatalogueMap :
    IEntityTypeConfiguration<Paper>, IEntityTypeConfiguration<PaperVersion>, IEntityTypeConfiguration<PaperCategory>, IEntityTypeConfiguration<PaperAuthor>,
    IEntityTypeConfiguration<Listing>, IEntityTypeConfiguration<ListingEntry>, IEntityTypeConfiguration<ListingDay>,
    IEntityTypeConfiguration<ListingWatch>
{
    // Ids compare byte by byte: faster than by locale, and the same on every machine.
    private const string Bytewise = "C";

    public void Configure(EntityTypeBuilder<Paper> paper)
    {
        paper.ToTable("papers").HasKey(p => p.ArxivId);
        paper.Property(p => p.ArxivId).UseCollation(Bytewise);
        // With a default, adding the columns rewrote none of the rows.
        paper.Property(p => p.IsWithdrawn).HasDefaultValue(false);
        paper.Property(p => p.CommentCount).HasDefaultValue(0);
        paper.HasIndex(p => p.SearchText).HasMethod("gin").HasOperators("gin_trgm_ops");
        paper.HasIndex(p => new { p.FirstListed, p.ArxivId }).IsDescending();
        // What feeds do not carry is asked for by this; it holds only papers that lack it.
        paper.HasIndex(p => new { p.DetailsAskedAt, p.FirstListed, p.ArxivId }, "ix_papers_to_detail").IsDescending(false, true, true)
            .HasFilter("(submitted_at IS NULL OR categories = '{}') AND NOT is_sample");
        // Of three million papers some tens of thousands have votes.
        paper.HasIndex(p => new { p.FirstListed, p.ArxivId }, "ix_papers_voted").IsDescending().HasFilter("vote_count + outside_votes > 0");
        paper.HasIndex(p => p.Doi).HasFilter("doi IS NOT NULL");
        // What changed lately, for the search index of each process.
        paper.HasIndex(p => new { p.ChangedAt, p.ArxivId });
        // Removing the sample must not read three million papers to find a hundred.
        paper.HasIndex(p => p.ArxivId, "ix_papers_sample").HasFilter("is_sample");
    }

    public void Configure(EntityTypeBuilder<PaperVersion> version)
    {
        version.ToTable("paper_versions").HasKey(v => new { v.ArxivId, v.Version });
        version.Property(v => v.ArxivId).UseCollation(Bytewise);
        version.HasOne<Paper>().WithMany().HasForeignKey(v => v.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PaperCategory> category)
    {
        category.ToTable("paper_categories").HasKey(c => new { c.ArxivId, c.Category });
        category.Property(c => c.ArxivId).UseCollation(Bytewise);
        category.Property(c => c.Category).UseCollation(Bytewise);
        category.HasIndex(c => new { c.Category, c.FirstListed, c.ArxivId }).IsDescending(false, true, true);
        category.HasOne<Paper>().WithMany().HasForeignKey(c => c.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PaperAuthor> author)
    {
        author.ToTable("paper_authors").HasKey(a => new { a.Author, a.FirstListed, a.ArxivId });
        author.Property(a => a.Author).UseCollation(Bytewise);
        author.Property(a => a.ArxivId).UseCollation(Bytewise);
    }

    public void Configure(EntityTypeBuilder<Listing> listing)
    {
        listing.ToTable("listings").HasKey(l => new { l.Date, l.Category });
        listing.Property(l => l.Category).UseCollation(Bytewise);
    }

    public void Configure(EntityTypeBuilder<ListingEntry> entry)
    {
        entry.ToTable("listing_entries").HasKey(e => new { e.Date, e.Category, e.ArxivId });
        entry.Property(e => e.Category).UseCollation(Bytewise);
        entry.Property(e => e.ArxivId).UseCollation(Bytewise);
        entry.Property(e => e.FilledIn).HasDefaultValue(false);
        entry.HasIndex(e => e.ArxivId);
        entry.HasOne<Listing>().WithMany().HasForeignKey(e => new { e.Date, e.Category }).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<Paper>().WithMany().HasForeignKey(e => e.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ListingDay> day) => day.ToTable("listing_days").HasKey(d => d.Date);

    public void Configure(EntityTypeBuilder<ListingWatch> watch)
    {
        watch.ToTable("listing_watches").HasKey(w => new { w.Date, w.Category });
        watch.Property(w => w.Category).UseCollation(Bytewise);
        // The job looks every few minutes; years of settled watches are not in its way.
        watch.HasIndex(w => w.NextTryAt).HasFilter("next_try_at IS NOT NULL");
    }
}
