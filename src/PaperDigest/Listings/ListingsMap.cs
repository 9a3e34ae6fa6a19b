using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Listings;

/// <summary>How runs and turns are stored.</summary>
internal sealed class ListingsMap : IEntityTypeConfiguration<IngestRun>, IEntityTypeConfiguration<SourceTurn>
{
    public void Configure(EntityTypeBuilder<IngestRun> run)
    {
        run.ToTable("ingest_runs").HasKey(r => r.Id);
        run.Property(r => r.Report).HasColumnType("jsonb");
        run.HasIndex(r => new { r.Day, r.StartedAt }).IsDescending();
    }

    public void Configure(EntityTypeBuilder<SourceTurn> turn) => turn.ToTable("source_turns").HasKey(t => t.Source);
}
