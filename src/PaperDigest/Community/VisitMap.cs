using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Community;

/// <summary>How visits are stored: a row for each reader who asked what is new.</summary>
internal sealed class VisitMap : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> visit) => visit.ToTable("visits").HasKey(v => v.ReaderId);
}
