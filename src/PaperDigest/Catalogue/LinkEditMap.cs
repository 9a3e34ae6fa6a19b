using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Catalogue;

/// <summary>How papers' links are stored: by paper, the newest found from the end of the key.</summary>
internal sealed class LinkEditMap : IEntityTypeConfiguration<LinkEdit>
{
    public void Configure(EntityTypeBuilder<LinkEdit> edit)
    {
        edit.ToTable("paper_links").HasKey(e => new { e.ArxivId, e.SetAt });
        edit.Property(e => e.ArxivId).UseCollation("C");
        // For what is kept of a person.
        edit.HasIndex(e => e.AccountId);
        edit.HasOne<Paper>().WithMany().HasForeignKey(e => e.ArxivId).OnDelete(DeleteBehavior.Cascade);
    }
}
