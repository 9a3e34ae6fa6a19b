using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PaperDigest.Accounts;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Ranking;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Submissions;
using PaperDigest.Tests.Sources;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Sources.ApiFixture;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Submissions;

public sealed class SubmissionDeskTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private readonly HttpClient _http = ArxivHttp.NewClient();
    private readonly Guid _ada = Guid.NewGuid();
    private readonly Guid _curator = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await using var db = _database.Open();
        db.Users.Add(new Account { Id = _ada, Email = "ada@example.org", UserName = "ada@example.org", PublicName = "ada", PublicNameKey = "ada" });
        db.Users.Add(new Account { Id = _curator, Email = "curator@example.org", UserName = "curator@example.org", PublicName = "grace", PublicNameKey = "grace" });
        await db.SaveChangesAsync(Cancel);
        await SomeRankedDay.StoreAsync(_database, SomeRankedDay.Tuesday, "2605.00001", "2605.00002");
    }

    [Fact]
    public async Task A_paper_that_is_not_here_is_fetched_waits_for_a_curator_and_then_leads_the_latest_day()
    {
        await using var arxiv = new ScriptedServer(Answer(ApiFeed(1, ApiEntry("2604.01234v2", title: "On engines"))));
        var desk = Desk(arxiv);

        var result = await desk.SubmitAsync(Order("https://arxiv.org/abs/2604.01234v2", "It is short."), TestClock.Noon, Cancel);

        Assert.Equal(new SubmitResult(SubmitOutcome.Queued, "2604.01234"), result);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM curated_entries"));
        Assert.True(await desk.AcceptAsync("2604.01234", _curator, TestClock.Noon, Cancel));
        Assert.False(await desk.AcceptAsync("2604.01234", _curator, TestClock.Noon, Cancel));
        var clock = new TestClock(TestClock.Noon);
        await new DayRanking(_database.Source, clock).RankAsync(TestClock.Noon, Cancel);
        var cards = (await SomeRankedDay.Lists(_database).PageAsync(new RankedQuery(SomeRankedDay.Tuesday, SomeRankedDay.Tuesday) { Take = 10 }, Cancel)).Cards;
        Assert.Equal(["2604.01234", "2605.00002", "2605.00001"], cards.Select(c => c.Paper.ArxivId));
        Assert.Equal(("ada", null), (cards[0].SubmittedBy, cards[0].From));
        Assert.Null(DayState.OfCurated((await new DayQueries(_database.Source, clock).FindAsync(SomeRankedDay.Tuesday, Cancel))!));
    }

    [Fact]
    public async Task A_known_paper_is_not_asked_for_and_is_submitted_once()
    {
        await using var arxiv = new ScriptedServer();
        var desk = Desk(arxiv);

        Assert.Equal(SubmitOutcome.Queued, (await desk.SubmitAsync(Order("2605.00001"), TestClock.Noon, Cancel)).Outcome);
        Assert.Equal(SubmitOutcome.Known, (await desk.SubmitAsync(Order("arXiv:2605.00001") with { Account = _curator, IsCurator = true }, TestClock.Noon, Cancel)).Outcome);
        Assert.Empty(arxiv.Requests);
    }

    [Fact]
    public async Task What_arxiv_does_not_know_and_an_arxiv_that_rests_are_told_apart()
    {
        await using var arxiv = new ScriptedServer(Answer(ApiFeed(0)), Answer("<html><body>Maintenance</body></html>"));
        var desk = Desk(arxiv);

        Assert.Equal(SubmitOutcome.NoSuchPaper, (await desk.SubmitAsync(Order("2604.99999"), TestClock.Noon, Cancel)).Outcome);
        Assert.Equal(SubmitOutcome.SourceAway, (await desk.SubmitAsync(Order("2604.99998"), TestClock.Noon, Cancel)).Outcome);
        Assert.Equal(SubmitOutcome.NotAnId, (await desk.SubmitAsync(Order("https://example.org/2605.00001/x"), TestClock.Noon, Cancel)).Outcome);
        Assert.Equal(0L, await _database.ScalarAsync<long>("SELECT count(*) FROM submissions"));
    }

    [Fact]
    public async Task An_account_submits_a_few_papers_a_day_and_a_curator_as_many_as_there_are()
    {
        await using var arxiv = new ScriptedServer();
        var desk = Desk(arxiv, new SubmissionsOptions { SubmissionsADay = 1 });

        await desk.SubmitAsync(Order("2605.00001"), TestClock.Noon, Cancel);

        Assert.Equal(SubmitOutcome.TooOften, (await desk.SubmitAsync(Order("2605.00002"), TestClock.Noon.AddHours(23), Cancel)).Outcome);
        Assert.Equal(SubmitOutcome.Listed, (await desk.SubmitAsync(Order("2605.00002") with { IsCurator = true }, TestClock.Noon, Cancel)).Outcome);
    }

    [Theory]
    [InlineData(SubmissionMode.Open, false, SubmitOutcome.Listed)]
    [InlineData(SubmissionMode.Queued, false, SubmitOutcome.Queued)]
    [InlineData(SubmissionMode.Queued, true, SubmitOutcome.Listed)]
    [InlineData(SubmissionMode.Closed, false, SubmitOutcome.Closed)]
    [InlineData(SubmissionMode.Closed, true, SubmitOutcome.Listed)]
    internal async Task The_instance_says_what_becomes_of_a_readers_submission(SubmissionMode mode, bool curator, SubmitOutcome expected)
    {
        await using var arxiv = new ScriptedServer();
        var desk = Desk(arxiv, new SubmissionsOptions { Submissions = mode });

        Assert.Equal(expected, (await desk.SubmitAsync(Order("2605.00001") with { IsCurator = curator }, TestClock.Noon, Cancel)).Outcome);
    }

    [Fact]
    public async Task Who_leaves_takes_the_name_along_and_the_paper_stays_on_its_day()
    {
        await using var arxiv = new ScriptedServer();
        var desk = Desk(arxiv);
        await desk.SubmitAsync(Order("2605.00001", "Read it."), TestClock.Noon, Cancel);
        await desk.AcceptAsync("2605.00001", _curator, TestClock.Noon, Cancel);
        await desk.SubmitAsync(Order("2605.00002"), TestClock.Noon, Cancel);

        await new PersonalRecords([new SubmissionRecords(_database.Source)], _database.Source).EraseAsync(new Person(_ada, "ada@example.org", "ada"), TestClock.Noon, Cancel);

        await using var db = _database.Open();
        var left = await db.Submissions.SingleAsync(Cancel);
        Assert.Equal(("2605.00001", null, null), (left.ArxivId, left.AccountId, left.Comment));
        Assert.Null((await db.CuratedEntries.SingleAsync(e => e.List == CuratedList.Site, Cancel)).SubmittedByName);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _database.DisposeAsync();
    }

    private SubmitOrder Order(string paper, string? comment = null) => new(paper, comment, _ada, IsCurator: false);

    private SubmissionDesk Desk(ScriptedServer arxiv, SubmissionsOptions? options = null)
    {
        var settings = new ArxivOptions { ApiUrl = new Uri(arxiv.Address, "api").AbsoluteUri };
        var source = new ArxivSource(_http, settings.SettingsFor(null), _ => new RecordedPacing(TestClock.Noon).Pacing);
        var papers = new PaperFetch(source, new RecordImporter(_database.Source), settings, _database.Source);
        return new SubmissionDesk(_database.Source, papers, Options.Create(options ?? new SubmissionsOptions()));
    }
}
