using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Search;

/// <summary>How the encoder is stored.</summary>
internal sealed class SearchMap : IEntityTypeConfiguration<TrainedEncoder>
{
    public void Configure(EntityTypeBuilder<TrainedEncoder> encoder)
    {
        encoder.ToTable("trained_encoders").HasKey(e => e.Id);
        encoder.Property(e => e.Id).ValueGeneratedNever();
    }
}
