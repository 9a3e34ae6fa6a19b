using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Listings;

/// <summary>How runs, what they rejected, turns, holidays and how far harvests and files got are stored.</summary>
internal sealed class ListingsMap :
    IEntityTypeConfiguration<IngestRun>, IEntityTypeConfiguration<RejectedRecord>, IEntityTypeConfiguration<SourceTurn>,
    IEntityTypeConfiguration<AnnouncementHoliday>, IEntityTypeConfiguration<ImportCursor>, IEntityTypeConfiguration<HarvestCursor>
{
    public void Configure(EntityTypeBuilder<IngestRun> run)
    {
        run.ToTable("ingest_runs").HasKey(r => r.Id);
        run.Property(r => r.Report).HasColumnType("json");
        run.HasIndex(r => new { r.Day, r.StartedAt }).IsDescending();
        run.HasIndex(r => new { r.StartedAt, r.Id }).IsDescending();
        run.HasIndex(r => new { r.Kind, r.StartedAt, r.Id }).IsDescending(false, true, true);
    }

    public void Configure(EntityTypeBuilder<RejectedRecord> record)
    {
        record.ToTable("rejected_records").HasKey(r => r.Id);
        record.HasOne<IngestRun>().WithMany().HasForeignKey(r => r.RunId).OnDelete(DeleteBehavior.Cascade);
        record.HasIndex(r => new { r.RunId, r.Id });
        record.HasIndex(r => r.NotedAt);
    }

    public void Configure(EntityTypeBuilder<SourceTurn> turn)
    {
        turn.ToTable("source_turns").HasKey(t => t.Source);
        turn.Property(t => t.Refusals).HasDefaultValue(0);
    }

    public void Configure(EntityTypeBuilder<AnnouncementHoliday> holiday) => holiday.ToTable("announcement_holidays").HasKey(h => h.Date);

    public void Configure(EntityTypeBuilder<ImportCursor> cursor) => cursor.ToTable("import_cursors").HasKey(c => c.Fingerprint);

    public void Configure(EntityTypeBuilder<HarvestCursor> cursor)
    {
        cursor.ToTable("harvest_cursors").HasKey(c => c.Name);
        cursor.Property(c => c.Name).UseCollation("C");
    }
}
