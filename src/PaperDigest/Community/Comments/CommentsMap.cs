using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>How comments are stored, with the index that each page reads by.</summary>
internal sealed class CommentsMap :
    IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<CommentVersion>, IEntityTypeConfiguration<CommentReaction>,
    IEntityTypeConfiguration<CommentReport>, IEntityTypeConfiguration<CuratorAct>
{
    /// <summary>A thread is there while anything of it is shown.</summary>
    private const string Threads = "parent_id IS NULL AND (state = 'shown' OR reply_count > 0)";

    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.ToTable("comments").HasKey(c => c.Id);
        comment.Property(c => c.ArxivId).UseCollation("C");
        comment.HasIndex(c => new { c.ArxivId, c.Id }, "ix_comments_threads").IsDescending(false, true).HasFilter(Threads);
        comment.HasIndex(c => new { c.ArxivId, c.ReactionCount, c.Id }, "ix_comments_threads_liked").IsDescending(false, true, true).HasFilter(Threads);
        // Answers of a thread.
        comment.HasIndex(c => new { c.ThreadId, c.Id });
        comment.HasIndex(c => new { c.ArxivId, c.Id }, "ix_comments_shown").IsDescending(false, true).HasFilter("state = 'shown'");
        // A person's own, newest first.
        comment.HasIndex(c => new { c.AccountId, c.CreatedAt });
        comment.HasIndex(c => new { c.AccountId, c.PostKey }).IsUnique();
        comment.HasIndex(c => c.ParentId).HasFilter("parent_id IS NOT NULL");
        comment.HasOne<Paper>().WithMany().HasForeignKey(c => c.ArxivId).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.SetNull);
        comment.HasOne<Comment>().WithMany().HasForeignKey(c => c.ParentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CommentVersion> version)
    {
        version.ToTable("comment_versions").HasKey(v => new { v.CommentId, v.Version });
        version.HasOne<Comment>().WithMany().HasForeignKey(v => v.CommentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CommentReaction> reaction)
    {
        reaction.ToTable("comment_reactions").HasKey(r => new { r.CommentId, r.AccountId, r.Kind });
        reaction.HasIndex(r => r.AccountId);
        reaction.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
        reaction.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CommentReport> report)
    {
        report.ToTable("comment_reports").HasKey(r => new { r.CommentId, r.AccountId });
        report.HasIndex(r => new { r.ReportedAt, r.CommentId }).HasFilter("decided_at IS NULL");
        report.HasIndex(r => r.AccountId);
        report.HasOne<Comment>().WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Cascade);
        report.HasOne<Account>().WithMany().HasForeignKey(r => r.AccountId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<CuratorAct> act)
    {
        act.ToTable("curator_acts").HasKey(a => a.Id);
        act.HasIndex(a => a.ActedAt).IsDescending();
        act.HasIndex(a => a.CommentId);
        act.HasIndex(a => a.AccountId);
        act.HasOne<Comment>().WithMany().HasForeignKey(a => a.CommentId).OnDelete(DeleteBehavior.Cascade);
        act.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId).OnDelete(DeleteBehavior.SetNull);
    }
}
