using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Mail;

namespace PaperDigest.Digests;

/// <summary>How subscriptions and deliveries are stored; the unique keys are what keeps a digest from going out twice.</summary>
internal sealed class DigestsMap :
    IEntityTypeConfiguration<Subscription>, IEntityTypeConfiguration<DigestIssue>, IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Subscription> subscription)
    {
        subscription.ToTable("subscriptions").HasKey(s => s.Id);
        subscription.HasIndex(s => new { s.EmailKey, s.Cadence }).IsUnique();
        // The planner reads what is due in this order, however many subscribers there are.
        subscription.HasIndex(s => new { s.NextDueAt, s.Id }).HasFilter("state = 'confirmed'");
    }

    public void Configure(EntityTypeBuilder<DigestIssue> issue)
    {
        issue.ToTable("digest_issues").HasKey(i => i.Id);
        issue.HasIndex(i => new { i.Cadence, i.PeriodKey }).IsDescending();
        // The planner asks which of a listing's papers were mailed in the weeks before.
        issue.HasIndex(i => i.ListingDate);
    }

    public void Configure(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable("deliveries").HasKey(d => d.Id);
        delivery.HasIndex(d => new { d.SubscriptionId, d.Cadence, d.PeriodKey }).IsUnique();
        delivery.HasIndex(d => d.MailId).IsUnique();
        delivery.HasOne<Subscription>().WithMany().HasForeignKey(d => d.SubscriptionId).OnDelete(DeleteBehavior.Cascade);
        delivery.HasIndex(d => d.IssueId);
        delivery.HasOne<DigestIssue>().WithMany().HasForeignKey(d => d.IssueId).OnDelete(DeleteBehavior.SetNull);
        delivery.HasOne<OutgoingMail>().WithMany().HasForeignKey(d => d.MailId).OnDelete(DeleteBehavior.SetNull);
    }
}
