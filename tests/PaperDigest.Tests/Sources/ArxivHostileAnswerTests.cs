using System.IO.Compression;
using System.Text;
using PaperDigest.Sources.Arxiv;
using static PaperDigest.Tests.Sources.Fixture;
using static PaperDigest.Tests.Sources.ScriptedServer;

namespace PaperDigest.Tests.Sources;

/// <summary>What servers and what stands before them do to answers, tried on every interface of arXiv alike.</summary>
public sealed class ArxivHostileAnswerTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 29, 4, 30, 0, TimeSpan.Zero);

    private readonly RecordedPacing pacing = new(Now);
    private readonly ArxivSettings settings = new();

    public static TheoryData<string> Interfaces => [.. Good.Keys];

    private static readonly Dictionary<string, string> Good = new()
    {
        ["feed"] = Rss(Item("2605.00001v1")),
        ["oai"] = Records(null, Record("2605.00001")),
        ["api"] = ApiFixture.ApiFeed(1, ApiFixture.ApiEntry("2605.00001v1")),
    };

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task A_packed_body_is_unpacked_whatever_its_header_says(string which)
    {
        await using var server = new ScriptedServer(Answer(Packed(Bytes(Good[which]))), Answer(Good[which], headers: "Content-Encoding: gzip\r\n"));
        Assert.Null((await AskAsync(which, server)).Refusal);
        Assert.Null((await AskAsync(which, server)).Refusal);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task A_body_packed_in_another_way_is_no_document(string which)
    {
        byte[] zstd = [0x28, 0xb5, 0x2f, 0xfd, 0x24, 0x05, 0x29, 0, 0, 1, 2, 3, 0xff];
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Answer(zstd), 9)]);
        var (refusal, requests) = await AskAsync(which, server);
        Assert.Equal((RefusalKind.NotXml, 5), (refusal!.Kind, requests));
        Assert.DoesNotContain(refusal.Message, char.IsControl);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task A_packed_answer_without_bound_is_left(string which)
    {
        await using var server = new ScriptedServer(Answer(Packed(new byte[40_000_000])));
        Assert.Equal((RefusalKind.TooLarge, 1), Short(await AskAsync(which, server)));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task An_answer_that_announces_200_megabytes_is_not_read(string which)
    {
        using var endless = new EndlessAnswer(new byte[64 * 1024], length: 200_000_000);
        Assert.Equal((RefusalKind.TooLarge, 1), Short(await AskAsync(which, endless)));
        Assert.Equal(0, endless.Given);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task An_answer_that_does_not_end_is_read_up_to_the_bound(string which)
    {
        using var endless = new EndlessAnswer(Bytes("<rss>" + new string(' ', 60_000)));
        Assert.Equal((RefusalKind.TooLarge, 1), Short(await AskAsync(which, endless)));
        Assert.InRange(endless.Given, settings.LongestAnswer, settings.LongestAnswer + 200_000);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task An_answer_that_comes_in_drops_is_given_up_in_time(string which)
    {
        using var drops = new EndlessAnswer(Bytes(" "), TimeSpan.FromMilliseconds(5));
        var hasty = settings with { FeedTimeout = TimeSpan.FromMilliseconds(60), OaiTimeout = TimeSpan.FromMilliseconds(60), ApiTimeout = TimeSpan.FromMilliseconds(60), Attempts = 2 };
        Assert.Equal((RefusalKind.TimedOut, 2), Short(await AskAsync(which, drops, hasty)));
        Assert.True(drops.Given > 0);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task A_redirection_is_followed_in_a_turn_of_its_own(string which)
    {
        await using var server = new ScriptedServer(Answer("", 301, "Location: /elsewhere?a=b\r\n"), Answer(Good[which]));
        Assert.Equal((null, 2), await AskAsync(which, server));
        Assert.StartsWith("GET /elsewhere?a=b ", server.Requests[1], StringComparison.Ordinal);
        Assert.Equal((2, 0), (pacing.Turns, pacing.OpenTurns));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task Redirections_without_end_are_followed_three_times(string which)
    {
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Answer("", 302, "Location: /round\r\n"), 20)]);
        Assert.Equal((RefusalKind.UnexpectedStatus, 4), Short(await AskAsync(which, server)));
        Assert.Equal(4, server.Requests.Count);
    }

    [Theory]
    [InlineData("feed", "")]
    [InlineData("oai", "")]
    [InlineData("feed", "Location: file:///etc/hostname\r\n")]
    [InlineData("oai", "Location: ftp://127.0.0.1/\r\n")]
    public async Task A_redirection_to_nowhere_is_refused(string which, string location)
    {
        await using var server = new ScriptedServer(Answer("", 301, location));
        Assert.Equal((RefusalKind.UnexpectedStatus, 1), Short(await AskAsync(which, server)));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task A_redirection_to_arXiv_does_not_get_around_the_contact(string which)
    {
        await using var server = new ScriptedServer(Answer("", 301, "Location: https://oaipmh.arxiv.org/oai\r\n"));
        Assert.Equal((RefusalKind.NoContact, 1), Short(await AskAsync(which, server)));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task Without_a_contact_arXivs_own_hosts_are_not_asked(string which)
    {
        using var nobody = new EndlessAnswer([]);
        Assert.Equal((RefusalKind.NoContact, 0), Short(await AskAsync(which, nobody, new ArxivSettings { OaiUrl = new Uri("https://ARXIV.org/oai2") }, keepAddress: true)));
        Assert.Equal(0, pacing.Turns);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task An_answer_in_another_encoding_is_read(string which)
    {
        var declared = Good[which].Replace("UTF-8", "utf-16", StringComparison.Ordinal);
        await using var server = new ScriptedServer(
            Answer([0xff, 0xfe, .. Encoding.Unicode.GetBytes(declared)]),
            Answer(Good[which].Replace("UTF-8", "no-such-thing", StringComparison.Ordinal)),
            Answer(Encoding.Latin1.GetBytes(Good[which].Replace("A title", "Æther", StringComparison.Ordinal)), headers: "Content-Type: text/xml; charset=shift_jis\r\n"));
        for (var i = 0; i < 3; i++) Assert.Equal((null, 1), await AskAsync(which, server));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task An_answer_that_ends_inside_a_character_is_cut_off(string which)
    {
        var body = Bytes(Good[which].Replace("A title", "Schrödinger", StringComparison.Ordinal));
        var cut = body[..(body.AsSpan().IndexOf((byte)0xc3) + 1)];
        await using var server = new ScriptedServer([.. Enumerable.Repeat(Answer(cut), 9)]);
        Assert.Equal((RefusalKind.Truncated, 3), Short(await AskAsync(which, server)));
    }

    [Theory]
    [InlineData("31536000")]
    [InlineData("Sat, 29 May 2027 04:30:00 GMT")]
    public async Task To_be_told_to_come_back_in_a_year_ends_the_run(string year)
    {
        await using var server = new ScriptedServer(Answer("", 503, $"Retry-After: {year}\r\n"), Answer(Good["oai"]));
        Assert.Equal((RefusalKind.Unavailable, 1), Short(await AskAsync("oai", server)));
        Assert.Equal(TimeSpan.FromDays(365), Assert.Single(pacing.Heard)!.Told);
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("soon")]
    [InlineData("99999999999999999999")]
    [InlineData("Thu, 29 May 2025 04:30:00 GMT")]
    public async Task To_be_told_nonsense_is_to_be_told_nothing(string nonsense)
    {
        await using var server = new ScriptedServer(Answer("", 429, $"Retry-After: {nonsense}\r\n"), Answer(Good["feed"]));
        Assert.Equal((null, 2), await AskAsync("feed", server));
        Assert.InRange(Assert.Single(pacing.Waits), TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(2.5));
    }

    public static TheoryData<byte[], bool?> Received => new()
    {
        { Answer("", 403), true },
        { Answer("", 429), false },
        { Answer("", 503), false },
        { Answer("Rate exceeded."), false },
        { Answer("", 500), null },
        { Answer("", 404), null },
        { Answer("<html>Maintenance</html>"), null },
    };

    [Theory]
    [MemberData(nameof(Received), DisableDiscoveryEnumeration = true)]
    public async Task Whoever_grants_turns_hears_when_all_are_turned_away(byte[] answer, bool? forbidden)
    {
        foreach (var which in Good.Keys)
        {
            pacing.Heard.Clear();
            await using var server = new ScriptedServer(answer);
            await AskAsync(which, server, settings with { Attempts = 1 });
            Assert.Equal(forbidden is { } f ? [f] : Array.Empty<bool>(), pacing.Heard.Select(r => r!.IsForbidden));
        }
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task Whoever_grants_turns_hears_of_a_success(string which)
    {
        await using var server = new ScriptedServer(Answer(Good[which]));
        await AskAsync(which, server);
        Assert.Null(Assert.Single(pacing.Heard));
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task While_arXiv_is_left_alone_nothing_is_asked(string which)
    {
        var block = new SourceBlock(Now.AddHours(1), TimeSpan.FromHours(1), "arXiv answered 403 Forbidden.");
        using var nobody = new EndlessAnswer([]);
        var (refusal, requests) = await AskAsync(which, nobody, within: new RecordedPacing(Now) { Block = block });
        Assert.Equal((RefusalKind.Blocked, 0), (refusal!.Kind, requests));
        Assert.Equal("arXiv answered 403 Forbidden. It is not asked again before 2026-05-29 05:30 UTC.", refusal.Message);
    }

    [Theory]
    [MemberData(nameof(Interfaces))]
    public async Task The_rest_that_all_keep_is_waited_for_if_it_is_short_and_told_if_it_is_long(string which)
    {
        await using var server = new ScriptedServer(Answer("", 503), Answer(Good[which]), Answer("", 503));
        var shortly = new RecordedPacing(Now) { Rest = new SourceBlock(Now.AddSeconds(30), TimeSpan.FromSeconds(30), "Busy.") };
        Assert.Equal((null, 2), await AskAsync(which, server, within: shortly));
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(shortly.Waits));

        var later = new RecordedPacing(Now) { Rest = new SourceBlock(Now.AddHours(1), TimeSpan.FromHours(1), "Busy.") };
        var (refusal, requests) = await AskAsync(which, server, within: later);
        Assert.Equal((RefusalKind.Unavailable, 1), (refusal!.Kind, requests));
        Assert.EndsWith("It is not asked again before 2026-05-29 05:30 UTC.", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<(Refusal? Refusal, int Requests)> AskAsync(string which, ScriptedServer server, ArxivSettings? with = null, RecordedPacing? within = null)
    {
        using var http = ArxivHttp.NewClient();
        return await AskAsync(which, http, At(server.Address, with ?? settings), within ?? pacing);
    }

    private async Task<(Refusal? Refusal, int Requests)> AskAsync(
        string which, EndlessAnswer answer, ArxivSettings? with = null, RecordedPacing? within = null, bool keepAddress = false)
    {
        using var http = new HttpClient(answer, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan };
        return await AskAsync(which, http, keepAddress ? with! : At(new Uri("http://127.0.0.1:9/"), with ?? settings), within ?? pacing);
    }

    private static async Task<(Refusal? Refusal, int Requests)> AskAsync(string which, HttpClient http, ArxivSettings at, RecordedPacing within)
    {
        var cancel = TestContext.Current.CancellationToken;
        if (which == "feed")
        {
            var feed = await new ArxivFeedClient(http, at, within.Pacing).Fetch("cs.AI", null, cancel);
            return (feed.Refusal, feed.Attempts);
        }
        if (which == "api")
        {
            var answer = await new ArxivApiClient(http, at, within.Pacing).Fetch([ArxivId.Parse("2605.00001")], null, cancel);
            return (answer.Refusal, answer.Attempts);
        }
        await foreach (var page in new ArxivOaiClient(http, at, within.Pacing).RecordsOf(new DateOnly(2026, 5, 29), null, null, cancel))
            return (page.Refusal, page.Attempts);
        throw new InvalidOperationException("A list has a page.");
    }

    private static ArxivSettings At(Uri server, ArxivSettings settings) => settings with { FeedUrl = server, OaiUrl = new Uri(server, "oai"), ApiUrl = new Uri(server, "api") };

    private static (RefusalKind? Kind, int Requests) Short((Refusal? Refusal, int Requests) answer) => (answer.Refusal?.Kind, answer.Requests);

    private static byte[] Packed(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
            gzip.Write(plain);
        return packed.ToArray();
    }
}
