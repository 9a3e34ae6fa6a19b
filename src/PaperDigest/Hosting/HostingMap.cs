using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Database;

namespace PaperDigest.Hosting;

/// <summary>How job runs and the installation's keys are stored.</summary>
internal sealed class HostingMap : IEntityTypeConfiguration<JobRun>, IEntityTypeConfiguration<InstanceKey>
{
    public void Configure(EntityTypeBuilder<JobRun> run)
    {
        run.ToTable("job_runs").HasKey(r => r.Id);
        run.HasIndex(r => r.StartedAt).IsDescending();
        run.HasIndex(r => new { r.Job, r.StartedAt }).IsDescending(false, true);
    }

    public void Configure(EntityTypeBuilder<InstanceKey> key) => key.ToTable("instance_keys").HasKey(k => k.Name);
}
