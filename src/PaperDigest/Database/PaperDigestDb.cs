using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;
using PaperDigest.Community;
using PaperDigest.Digests;
using PaperDigest.Following;
using PaperDigest.Hosting;
using PaperDigest.Listings;
using PaperDigest.Mail;
using PaperDigest.Ranking;
using PaperDigest.Search;
using PaperDigest.Submissions;

namespace PaperDigest.Database;

/// <summary>
/// The one database. It names the entities; how each is mapped stands beside it in its slice (<c>*Map.cs</c>), and the schema
/// itself is in <c>Migrations</c>, which a test holds equal to this model.
/// </summary>
public sealed class PaperDigestDb(DbContextOptions<PaperDigestDb> options) : IdentityUserContext<Account, Guid>(options)
{
    public DbSet<Paper> Papers => Set<Paper>();
    public DbSet<PaperVersion> PaperVersions => Set<PaperVersion>();
    public DbSet<PaperCategory> PaperCategories => Set<PaperCategory>();
    public DbSet<PaperAuthor> PaperAuthors => Set<PaperAuthor>();
    public DbSet<Listing> Listings => Set<Listing>();
    public DbSet<ListingEntry> ListingEntries => Set<ListingEntry>();
    public DbSet<ListingDay> ListingDays => Set<ListingDay>();
    public DbSet<ListingWatch> ListingWatches => Set<ListingWatch>();
    public DbSet<AnnouncementHoliday> AnnouncementHolidays => Set<AnnouncementHoliday>();
    public DbSet<CuratedListing> CuratedListings => Set<CuratedListing>();
    public DbSet<CuratedEntry> CuratedEntries => Set<CuratedEntry>();
    public DbSet<OutsidePaper> OutsidePapers => Set<OutsidePaper>();
    public DbSet<VoteObservation> VoteObservations => Set<VoteObservation>();
    public DbSet<IngestRun> IngestRuns => Set<IngestRun>();
    public DbSet<RejectedRecord> RejectedRecords => Set<RejectedRecord>();
    public DbSet<HarvestCursor> HarvestCursors => Set<HarvestCursor>();
    public DbSet<SourceTurn> SourceTurns => Set<SourceTurn>();
    public DbSet<RankedPaper> RankedPapers => Set<RankedPaper>();
    public DbSet<Vote> Votes => Set<Vote>();
    public DbSet<Comment> Comments => Set<Comment>();
    public DbSet<CommentVersion> CommentVersions => Set<CommentVersion>();
    public DbSet<CommentReaction> CommentReactions => Set<CommentReaction>();
    public DbSet<CommentReport> CommentReports => Set<CommentReport>();
    public DbSet<CuratorAct> CuratorActs => Set<CuratorAct>();
    public DbSet<Notice> Notices => Set<Notice>();
    public DbSet<NoticeWish> NoticeWishes => Set<NoticeWish>();
    public DbSet<NoticeMail> NoticeMails => Set<NoticeMail>();
    public DbSet<VotingNetwork> VotingNetworks => Set<VotingNetwork>();
    public DbSet<SavedPaper> SavedPapers => Set<SavedPaper>();
    public DbSet<ReadPaper> ReadPapers => Set<ReadPaper>();
    public DbSet<FeedKey> FeedKeys => Set<FeedKey>();
    public DbSet<Submission> Submissions => Set<Submission>();
    public DbSet<AuthorClaim> AuthorClaims => Set<AuthorClaim>();
    public DbSet<Follow> Follows => Set<Follow>();
    public DbSet<HiddenPaper> HiddenPapers => Set<HiddenPaper>();
    public DbSet<Visit> Visits => Set<Visit>();
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<DigestIssue> DigestIssues => Set<DigestIssue>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();
    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();
    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();
    public DbSet<JobRun> JobRuns => Set<JobRun>();
    public DbSet<TrainedEncoder> TrainedEncoders => Set<TrainedEncoder>();
    public DbSet<InstanceKey> InstanceKeys => Set<InstanceKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.HasPostgresExtension("pg_trgm");
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("account_claims");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("account_logins");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("account_tokens");
        builder.ApplyConfigurationsFromAssembly(typeof(PaperDigestDb).Assembly);
    }
}
