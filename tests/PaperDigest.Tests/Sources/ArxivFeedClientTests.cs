using System.IO.Compression;
using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.Fixture;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Sources;

public sealed class ArxivFeedClientTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 29, 4, 30, 0, TimeSpan.Zero);
    private static readonly string Feed = Rss(Item("2605.00001v1"));

    private readonly RecordedPacing pacing = new(Now);
    private readonly ArxivSettings settings = new() { PublicUrl = "https://papers.example.org", Contact = "admin@example.org" };

    [Fact]
    public async Task One_request_asks_for_a_category_and_says_who_asks()
    {
        await using var server = new ScriptedServer(Answer(Feed));
        var outcome = await Fetch(server, "cs.AI");
        Assert.Single(outcome.Feed!.Papers);
        Assert.Null(outcome.Refusal);
        Assert.Equal(1, outcome.Attempts);
        Assert.Equal(Feed.Length, outcome.Bytes);
        Assert.Single(outcome.Story);
        var request = Assert.Single(server.Requests);
        Assert.StartsWith("GET /rss/cs.AI HTTP/1.1", request, StringComparison.Ordinal);
        Assert.Contains("User-Agent: PaperDigest/0.1 (+https://papers.example.org; mailto:admin@example.org)\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding: gzip\r\n", request, StringComparison.Ordinal);
        Assert.Equal((1, 0), (pacing.Turns, pacing.OpenTurns));
        Assert.Empty(pacing.Waits);
    }

    [Theory]
    [InlineData("https://rss.arxiv.org", "cs.AI", "https://rss.arxiv.org/rss/cs.AI")]
    [InlineData("https://rss.arxiv.org/", "cs.AI", "https://rss.arxiv.org/rss/cs.AI")]
    [InlineData("https://rss.arxiv.org/rss/", "cs.AI+hep-th", "https://rss.arxiv.org/rss/cs.AI+hep-th")]
    [InlineData("http://localhost:9099/atom", "cs.AI", "http://localhost:9099/atom/cs.AI")]
    [InlineData("https://rss.arxiv.org", "../x?y", "https://rss.arxiv.org/rss/..%2Fx%3Fy")]
    public void The_feeds_address_takes_the_setting_in_any_form(string setting, string category, string address) =>
        Assert.Equal(address, new ArxivSettings { FeedUrl = new Uri(setting) }.FeedOf(category).AbsoluteUri);

    public static TheoryData<string, byte[]> Passing => new()
    {
        { "503", Answer("<html>busy</html>", 503) },
        { "500", Answer("", 500) },
        { "429", Answer("Rate exceeded.", 429) },
        { "rate exceeded with 200", Answer("Rate exceeded.") },
        { "html with 200", Answer("<!DOCTYPE html><html>Maintenance</html>") },
        { "empty body", Answer("") },
        { "dropped", Drop() },
        { "dropped inside the body", Answer(Feed)[..^100] },
        { "truncated", Answer(Feed[..^30]) },
        { "malformed", Answer(Feed.Replace("</title>", "</titel>", StringComparison.Ordinal)) },
        { "damaged gzip", Answer([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xff, 0xff, 0xff, 0xff], headers: "Content-Encoding: gzip\r\n") },
    };

    [Theory]
    [MemberData(nameof(Passing), DisableDiscoveryEnumeration = true)]
    public async Task A_passing_failure_is_tried_again(string name, byte[] failure)
    {
        await using var server = new ScriptedServer(failure, failure, Answer(Feed));
        var outcome = await Fetch(server, "cs.AI");
        Assert.True(outcome.Feed is not null, name);
        Assert.Equal(3, outcome.Attempts);
        Assert.Equal(3, outcome.Story.Count);
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal((3, 0), (pacing.Turns, pacing.OpenTurns));
        Assert.InRange(pacing.Waits[0], TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5));
        Assert.InRange(pacing.Waits[1], TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_dropped_request_is_repeated_only_in_its_turn()
    {
        await using var server = new ScriptedServer(KeptOpen(Feed), Drop(), Answer(Feed));
        using var http = ArxivHttp.NewClient();
        var client = new ArxivFeedClient(http, settings with { FeedUrl = server.Address }, pacing.Pacing);
        await client.Fetch("cs.AI", null, TestContext.Current.CancellationToken);
        var outcome = await client.Fetch("cs.CL", null, TestContext.Current.CancellationToken);
        Assert.Equal(2, outcome.Attempts);
        Assert.Equal(server.Requests.Count, pacing.Turns);
    }

    public static TheoryData<byte[], RefusalKind> Final => new()
    {
        { Answer("<rss><channel><title>Feed error for query: cs.XX</title><description>Bad archive</description></channel></rss>", 400), RefusalKind.RequestRefused },
        { Answer("", 400), RefusalKind.UnexpectedStatus },
        { Answer("blocked", 403), RefusalKind.Forbidden },
        { Answer("", 404), RefusalKind.UnexpectedStatus },
        { Answer("<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss>&x;</rss>"), RefusalKind.DtdForbidden },
        { Answer(Feed.Replace("Fri, 29 May 2026 00:00:00 -0400", "soon", StringComparison.Ordinal)), RefusalKind.NoDate },
    };

    [Theory]
    [MemberData(nameof(Final), DisableDiscoveryEnumeration = true)]
    public async Task What_no_attempt_can_cure_is_refused_at_once(byte[] answer, RefusalKind kind)
    {
        await using var server = new ScriptedServer(answer, Answer(Feed));
        var outcome = await Fetch(server, "cs.AI");
        Assert.Null(outcome.Feed);
        Assert.Equal(kind, outcome.Refusal!.Kind);
        Assert.Equal(1, outcome.Attempts);
        Assert.Empty(pacing.Waits);
    }

    [Fact]
    public async Task A_lasting_outage_is_given_up_after_five_attempts()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Answer("", 503), 9)]);
        var outcome = await Fetch(server, "cs.AI");
        Assert.Equal(RefusalKind.Unavailable, outcome.Refusal!.Kind);
        Assert.Equal(5, server.Requests.Count);
        Assert.Equal(4, pacing.Waits.Count);
    }

    [Fact]
    public async Task A_document_that_stays_broken_is_given_up_after_three_attempts()
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Answer(Feed[..^30]), 9)]);
        Assert.Equal(RefusalKind.Truncated, (await Fetch(server, "cs.AI")).Refusal!.Kind);
        Assert.Equal(3, server.Requests.Count);
    }

    [Theory]
    [InlineData("Retry-After: 20\r\n", 20)]
    [InlineData("Retry-After: Fri, 29 May 2026 04:31:00 GMT\r\n", 60)]
    public async Task The_server_says_when_to_come_back(string header, int seconds)
    {
        await using var server = new ScriptedServer(Answer("", 503, header), Answer(Feed));
        var outcome = await Fetch(server, "cs.AI");
        Assert.NotNull(outcome.Feed);
        Assert.Equal(TimeSpan.FromSeconds(seconds), Assert.Single(pacing.Waits));
    }

    [Theory]
    [InlineData("Retry-After: 0\r\n")]
    [InlineData("Retry-After: Fri, 29 May 2026 04:00:00 GMT\r\n")]
    public async Task Retry_after_never_shortens_the_wait(string header)
    {
        await using var server = new ScriptedServer(Answer("", 429, header), Answer(Feed));
        Assert.NotNull((await Fetch(server, "cs.AI")).Feed);
        Assert.True(Assert.Single(pacing.Waits) >= TimeSpan.FromSeconds(1.5));
    }

    [Fact]
    public async Task A_server_that_asks_for_a_long_rest_is_left_alone()
    {
        await using var server = new ScriptedServer(Answer("", 429, "Retry-After: 3600\r\n"), Answer(Feed));
        var outcome = await Fetch(server, "cs.AI");
        Assert.Equal(RefusalKind.RateExceeded, outcome.Refusal!.Kind);
        Assert.Single(server.Requests);
        Assert.Contains("3600", outcome.Story[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_packed_answer_is_unpacked()
    {
        await using var server = new ScriptedServer(Answer(Packed(Bytes(Feed)), headers: "Content-Encoding: gzip\r\n"));
        Assert.Single((await Fetch(server, "cs.AI")).Feed!.Papers);
    }

    [Fact]
    public async Task An_answer_is_bounded_after_unpacking()
    {
        var bomb = Packed(new byte[10_000_000]);
        await using var server = new ScriptedServer(Answer(bomb, headers: "Content-Encoding: gzip\r\n"), Answer(Feed));
        var outcome = await Fetch(server, "cs.AI", settings with { LongestAnswer = 1_000_000 });
        Assert.Equal(RefusalKind.TooLarge, outcome.Refusal!.Kind);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_does_not_come_is_a_timeout()
    {
        await using var server = new ScriptedServer(Answer(Feed));
        using var http = new HttpClient(new SilentServer()) { Timeout = Timeout.InfiniteTimeSpan };
        var patient = settings with { FeedUrl = server.Address, FeedTimeout = TimeSpan.FromMilliseconds(20), Attempts = 2 };
        var outcome = await new ArxivFeedClient(http, patient, pacing.Pacing).Fetch("cs.AI", null, TestContext.Current.CancellationToken);
        Assert.Equal(RefusalKind.TimedOut, outcome.Refusal!.Kind);
        Assert.Equal((2, 0), (pacing.Turns, pacing.OpenTurns));
    }

    [Fact]
    public async Task Cancelling_ends_it_and_gives_the_turn_back()
    {
        using var cancel = new CancellationTokenSource();
        using var http = new HttpClient(new SilentServer(cancel.Cancel));
        var fetch = new ArxivFeedClient(http, settings, pacing.Pacing).Fetch("cs.AI", null, cancel.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        Assert.Equal((1, 0), (pacing.Turns, pacing.OpenTurns));
    }

    [Fact]
    public async Task Nobody_asks_arXiv_without_a_contact()
    {
        using var http = new HttpClient(new SilentServer());
        var outcome = await new ArxivFeedClient(http, new ArxivSettings(), pacing.Pacing).Fetch("cs.AI", null, TestContext.Current.CancellationToken);
        Assert.Equal(RefusalKind.NoContact, outcome.Refusal!.Kind);
        Assert.Contains("Arxiv:Contact", outcome.Refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, pacing.Turns);
    }

    [Fact]
    public async Task Progress_is_told_as_it_happens()
    {
        var told = new List<string>();
        await using var server = new ScriptedServer(Answer("", 503), Answer(Feed));
        using var http = ArxivHttp.NewClient();
        var outcome = await new ArxivFeedClient(http, settings with { FeedUrl = server.Address }, pacing.Pacing)
            .Fetch("cs.AI", told.Add, TestContext.Current.CancellationToken);
        Assert.Equal(outcome.Story, told);
        Assert.Contains("503", told[0], StringComparison.Ordinal);
    }

    private async Task<FetchOutcome> Fetch(ScriptedServer server, string category, ArxivSettings? with = null)
    {
        using var http = ArxivHttp.NewClient();
        return await new ArxivFeedClient(http, (with ?? settings) with { FeedUrl = server.Address }, pacing.Pacing)
            .Fetch(category, null, TestContext.Current.CancellationToken);
    }

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(plain);
        return packed.ToArray();
    }

    /// <summary>Never answers; ends with the request's cancellation.</summary>
    private sealed class SilentServer(Action? asked = null) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked?.Invoke();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new HttpResponseMessage();
        }
    }
}
