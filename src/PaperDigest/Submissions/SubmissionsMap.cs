using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;

namespace PaperDigest.Submissions;

/// <summary>How submissions and claims are stored. What waits and what was decided is found by its time.</summary>
internal sealed class SubmissionsMap : IEntityTypeConfiguration<Submission>, IEntityTypeConfiguration<AuthorClaim>
{
    private const string IsWaiting = "state = 'waiting'";

    public void Configure(EntityTypeBuilder<Submission> submission)
    {
        submission.ToTable("submissions").HasKey(s => s.ArxivId);
        submission.Property(s => s.ArxivId).UseCollation("C");
        submission.HasIndex(s => new { s.AccountId, s.SubmittedAt });
        submission.HasIndex(s => s.SubmittedAt, "ix_submissions_waiting").HasFilter(IsWaiting);
        submission.HasIndex(s => s.DecidedAt);
        submission.HasIndex(s => s.DecidedBy);
        submission.HasOne<Paper>().WithOne().HasForeignKey<Submission>(s => s.ArxivId).OnDelete(DeleteBehavior.Cascade);
        submission.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.SetNull);
        submission.HasOne<Account>().WithMany().HasForeignKey(s => s.DecidedBy).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<AuthorClaim> claim)
    {
        claim.ToTable("author_claims").HasKey(c => new { c.ArxivId, c.AccountId });
        claim.Property(c => c.ArxivId).UseCollation("C");
        claim.HasIndex(c => new { c.AccountId, c.ClaimedAt });
        claim.HasIndex(c => c.ClaimedAt, "ix_author_claims_waiting").HasFilter(IsWaiting);
        claim.HasIndex(c => c.DecidedAt);
        claim.HasIndex(c => c.DecidedBy);
        // One name on a paper is one person.
        claim.HasIndex(c => new { c.ArxivId, c.Author }, "ix_author_claims_accepted").IsUnique().HasFilter("state = 'accepted'");
        claim.HasOne<Paper>().WithMany().HasForeignKey(c => c.ArxivId).OnDelete(DeleteBehavior.Cascade);
        claim.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId).OnDelete(DeleteBehavior.Cascade);
        claim.HasOne<Account>().WithMany().HasForeignKey(c => c.DecidedBy).OnDelete(DeleteBehavior.SetNull);
    }
}
