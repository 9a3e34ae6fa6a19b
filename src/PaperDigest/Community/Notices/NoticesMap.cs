using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>How notices are stored, and who wants them mailed.</summary>
internal sealed class NoticesMap : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeWish>, IEntityTypeConfiguration<NoticeMail>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.ToTable("notices").HasKey(n => n.Id);
        notice.Property(n => n.ArxivId).UseCollation("C");
        notice.HasIndex(n => new { n.AccountId, n.CreatedAt, n.Id }).IsDescending(false, true, true);
        // The number in the head of every page.
        notice.HasIndex(n => new { n.AccountId, n.ArxivId }, "ix_notices_unread").HasFilter("read_at IS NULL");
        notice.HasIndex(n => n.CreatedAt);
        notice.HasIndex(n => n.ReadAt).HasFilter("read_at IS NOT NULL");
        notice.HasIndex(n => n.ArxivId);
        notice.HasIndex(n => n.CommentId);
        notice.HasIndex(n => n.ActorId);
        notice.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne<Account>().WithMany().HasForeignKey(n => n.ActorId).OnDelete(DeleteBehavior.SetNull);
        notice.HasOne<Paper>().WithMany().HasForeignKey(n => n.ArxivId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne<Comment>().WithMany().HasForeignKey(n => n.CommentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoticeWish> wish)
    {
        wish.ToTable("notice_wishes").HasKey(w => w.AccountId);
        wish.HasIndex(w => w.NextMailAt);
        wish.HasOne<Account>().WithOne().HasForeignKey<NoticeWish>(w => w.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoticeMail> mail)
    {
        mail.ToTable("notice_mails").HasKey(m => new { m.Day, m.AccountId });
        mail.HasIndex(m => m.AccountId);
        mail.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
