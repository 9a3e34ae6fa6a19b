using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PaperDigest.Mail;

/// <summary>How outgoing mail is stored; a worker finds its next messages and its lost leases by index.</summary>
internal sealed class MailMap : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.ToTable("outgoing_mail").HasKey(m => m.Id);
        mail.HasIndex(m => m.MessageId).IsUnique();
        mail.HasIndex(m => new { m.NotBefore, m.Id }).HasFilter("state = 'queued'");
        mail.HasIndex(m => m.LeaseUntil).HasFilter("state in ('leased', 'handing_over')");
    }
}
