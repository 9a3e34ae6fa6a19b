using System.Net;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>The scheduled job through days of all kinds: what it asks for and when, and when it lets arXiv be.</summary>
public sealed class IngestJobTests(PostgresServer server) : IAsyncLifetime
{
    private static readonly DateOnly Thursday = new(2026, 5, 14);
    private static readonly DateOnly Friday = new(2026, 5, 15);
    private readonly IngestWorld _world = new(server);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _world.InitializeAsync();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_day_from_its_announcement_to_its_last_category_and_its_comparison()
    {
        Assert.Contains("nothing was asked", await JobAsync("13T04:05"), StringComparison.Ordinal);
        Assert.Equal(["cs.CL awaited 0 13 04:10", "cs.AI awaited 0 13 04:10"], await _world.StandingAsync(Wednesday));

        _world.Arxiv.Shows("cs.CL", Tuesday, "2605.00099v1 new cs.CL");
        Assert.Contains("still missing: cs.CL", await JobAsync("13T04:10"), StringComparison.Ordinal);
        Assert.Equal(["cs.CL late 1 13 04:20", "cs.AI whole 0 13 08:10"], await _world.StandingAsync(Wednesday));

        await JobAsync("13T04:15");
        await JobAsync("13T04:20");
        Assert.Equal(["/rss/cs.CL", "/rss/cs.AI", "/rss/cs.CL"], _world.Arxiv.Requests);
        Assert.Equal("cs.CL late 2 13 04:40", (await _world.StandingAsync(Wednesday))[0]);

        _world.Arxiv.Shows("cs.CL", Wednesday, "2605.00001v1 new cs.CL cs.AI");
        Assert.Contains("complete", await JobAsync("13T04:40"), StringComparison.Ordinal);
        Assert.Equal("cs.CL whole 0 13 08:40", (await _world.StandingAsync(Wednesday))[0]);

        _world.Arxiv.Lists(Wednesday, "2605.00001v1 cs.CL cs.AI", "2605.00003v1 cs.AI", "2605.00077v1 cs.AI");
        Assert.Contains("1 papers filled in", await JobAsync("13T08:10"), StringComparison.Ordinal);
        Assert.Contains("0 papers filled in", await JobAsync("13T08:40"), StringComparison.Ordinal);
        Assert.Equal(["cs.CL whole 0", "cs.AI whole 0"], await _world.StandingAsync(Wednesday));
        Assert.Contains("settled", await JobAsync("13T12:00"), StringComparison.Ordinal);
        Assert.Contains("left alone until 2026-05-14 01:00 UTC", await JobAsync("14T00:30"), StringComparison.Ordinal);
        Assert.Equal(["cs.CL awaited 0 14 04:10", "cs.AI awaited 0 14 04:10"], await _world.StandingAsync(Thursday));
    }

    [Fact]
    public async Task What_only_the_records_have_is_filled_in_marked_and_counted_and_details_come_along()
    {
        await JobAsync("13T04:10");
        // Sent in on Tuesday: new on Wednesday. The second was announced on another day, and only changed now.
        _world.Arxiv.Lists(Wednesday, "2605.00077v1 cs.AI", "2604.00055v9 cs.AI", "2605.00003v1 cs.AI");
        await JobAsync("13T08:10");
        await JobAsync("13T08:15");

        Assert.Equal("2605.00077 new 3", await TextAsync("SELECT string_agg(arxiv_id || ' ' || section || ' ' || position, ',') FROM listing_entries WHERE filled_in"));
        Assert.Equal("3 4", await TextAsync("SELECT l.entry_count || ' ' || d.new_count FROM listings l JOIN listing_days d USING (date) WHERE category = 'cs.AI'"));
        Assert.Equal("12 pages", await TextAsync("SELECT comments FROM papers WHERE arxiv_id = '2605.00003'"));
        Assert.Equal("1", await TextAsync("SELECT filled_in::text FROM listing_watches WHERE category = 'cs.AI'"));
    }

    [Fact]
    public async Task A_feed_that_ends_at_arXivs_limit_is_filled_in_at_once()
    {
        string[] most = [.. Enumerable.Range(1001, 2000).Select(n => $"2605.{n:00000}v1")];
        _world.Arxiv.Shows("cs.CL", Wednesday, [.. most.Select(v => $"{v} new cs.CL")]);
        _world.Arxiv.Lists(Wednesday, "2605.01001v1 cs.CL", "2605.00998v1 cs.CL", "2605.00999v1 cs.CL");

        Assert.Contains("complete", await JobAsync("13T04:10"), StringComparison.Ordinal);

        Assert.Equal("cs.CL whole 0", (await _world.StandingAsync(Wednesday))[0]);
        Assert.Equal("2605.00998,2605.00999", await TextAsync("SELECT string_agg(arxiv_id, ',' ORDER BY arxiv_id) FROM listing_entries WHERE filled_in"));
        Assert.Contains("limit of 2000 items. 2 papers were filled in", await TextAsync("SELECT message FROM listing_watches WHERE category = 'cs.CL'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_at_its_limit_is_not_whole_before_the_records_told_the_rest()
    {
        _world.Arxiv.Shows("cs.CL", Wednesday, [.. Enumerable.Range(1001, 2000).Select(n => $"2605.{n:00000}v1 new cs.CL")]);
        await JobAsync("13T04:10");
        Assert.Equal("cs.CL truncated 0 13 04:20", (await _world.StandingAsync(Wednesday))[0]);

        _world.Arxiv.Lists(Wednesday, "2605.01001v1 cs.CL", "2605.00999v1 cs.CL");
        await JobAsync("13T04:20");
        Assert.Equal("cs.CL whole 0", (await _world.StandingAsync(Wednesday))[0]);
        Assert.Equal("2605.00999", await TextAsync("SELECT string_agg(arxiv_id, ',') FROM listing_entries WHERE filled_in"));
    }

    [Fact]
    public async Task A_run_by_hand_after_a_fill_in_finds_nothing_missing()
    {
        await JobAsync("13T04:10");
        _world.Arxiv.Lists(Wednesday, "2605.00077v1 cs.AI", "2605.00003v1 cs.AI");
        await JobAsync("13T08:10");

        var again = await _world.RunAsync(Wednesday);

        Assert.All(again.Categories, c => Assert.Equal(0, c.Missing));
        Assert.Equal("2605.00077", await TextAsync("SELECT string_agg(arxiv_id, ',') FROM listing_entries WHERE filled_in"));
    }

    [Fact]
    public async Task A_paper_whose_earlier_listings_are_not_known_is_not_taken_for_a_new_one()
    {
        await JobAsync("13T04:10");
        _world.Arxiv.Lists(Wednesday, "2605.00003v1 cs.AI", "2605.00066v1@08 cs.AI");
        await JobAsync("13T08:10");
        Assert.Equal(0L, await _world.Database.ScalarAsync<long>("SELECT count(*) FROM listing_entries WHERE arxiv_id = '2605.00066'"));
    }

    [Fact]
    public async Task A_paper_that_a_moderator_held_is_filled_in_where_every_earlier_listing_is_known()
    {
        await _world.Database.ExecuteAsync(
            """
            INSERT INTO listings (date, category, source, fetched_at, entry_count)
            SELECT date, 'cs.AI', 'feed', date, 0 FROM unnest('{2026-05-11,2026-05-12}'::date[]) AS date
            """);
        await JobAsync("13T04:10");
        _world.Arxiv.Lists(Wednesday, "2605.00003v1 cs.AI", "2605.00066v1@08 cs.AI");
        await JobAsync("13T08:10");
        Assert.Equal("2605.00066", await TextAsync("SELECT string_agg(arxiv_id, ',') FROM listing_entries WHERE filled_in"));
    }

    [Fact]
    public async Task Records_that_are_not_there_yet_are_no_comparison()
    {
        await JobAsync("13T04:10");
        await JobAsync("13T08:10");
        Assert.Equal(["cs.CL whole 1 13 08:20", "cs.AI whole 1 13 08:20"], await _world.StandingAsync(Wednesday));
    }

    [Fact]
    public async Task A_stale_batch_is_refused_and_the_right_one_taken_when_it_comes()
    {
        string[] tuesdays = [.. Enumerable.Range(10, 20).Select(n => $"2605.{n:00000}v1 new cs.CL")];
        _world.Arxiv.Shows("cs.CL", Tuesday, tuesdays);
        _world.Arxiv.Shows("cs.AI", Tuesday, "2605.00009v1 new cs.AI");
        await JobAsync("12T04:10");
        _world.Arxiv.Shows("cs.CL", Wednesday, tuesdays);
        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI");

        await JobAsync("13T04:10");
        Assert.Equal("cs.CL stale 1 13 04:20", (await _world.StandingAsync(Wednesday))[0]);

        _world.Arxiv.Shows("cs.CL", Wednesday, "2605.00031v1 new cs.CL");
        await JobAsync("13T04:20");
        Assert.StartsWith("cs.CL whole", (await _world.StandingAsync(Wednesday))[0], StringComparison.Ordinal);
        Assert.Equal("2605.00031", await TextAsync("SELECT string_agg(arxiv_id, ',') FROM listing_entries WHERE date = '2026-05-13' AND category = 'cs.CL'"));
    }

    [Fact]
    public async Task Two_days_that_were_missed_are_rebuilt_from_the_records_and_today_comes_from_the_feeds()
    {
        await JobAsync("13T04:10");
        _world.Arxiv.Lists(Wednesday, "2605.00001v1 cs.CL cs.AI", "2605.00003v1 cs.AI");
        _world.Arxiv.Lists(Thursday, "2605.00041v1 cs.CL", "2605.00042v1 cs.AI");
        _world.Arxiv.Lists(Friday, "2605.00051v1 cs.CL", "2605.00052v1 cs.AI");
        _world.Arxiv.Shows("cs.CL", new DateOnly(2026, 5, 18), "2605.00061v1 new cs.CL");
        _world.Arxiv.Shows("cs.AI", new DateOnly(2026, 5, 18), "2605.00062v1 new cs.AI");

        await JobAsync("18T09:00");

        Assert.Equal(["cs.CL rebuilt 0", "cs.AI rebuilt 0"], await _world.StandingAsync(Thursday));
        Assert.Equal(["cs.CL rebuilt 0", "cs.AI rebuilt 0"], await _world.StandingAsync(Friday));
        Assert.Equal("feed 2 oai 2 oai 2 feed 2", await TextAsync(
            "SELECT string_agg(line, ' ') FROM (SELECT source || ' ' || count(*) AS line FROM listings GROUP BY date, source ORDER BY date) AS days"));
    }

    [Fact]
    public async Task An_installation_does_not_make_up_for_days_before_its_first()
    {
        await _world.RunAsync(Tuesday, new DateTimeOffset(2026, 5, 12, 10, 0, 0, TimeSpan.Zero));
        await JobAsync("14T10:00");
        Assert.Empty(await _world.StandingAsync(new DateOnly(2026, 5, 11)));
        Assert.Empty(await _world.StandingAsync(Wednesday));
        Assert.Equal(2, (await _world.StandingAsync(Thursday)).Count);
    }

    [Fact]
    public async Task A_weekday_without_any_paper_is_asked_about_again_and_then_called_what_it_is()
    {
        _world.Arxiv.Shows("cs.CL", Wednesday);
        _world.Arxiv.Shows("cs.AI", Wednesday);
        await JobAsync("13T04:10");
        Assert.Equal(["cs.CL late 1 13 04:20", "cs.AI late 1 13 04:20"], await _world.StandingAsync(Wednesday));

        // What changed that day was announced before.
        _world.Arxiv.Lists(Wednesday, "2604.00001v1 cs.CL", "2605.00066v1@07 cs.AI");
        _world.Arxiv.Shows("cs.CL", Thursday, "2605.00061v1 new cs.CL");
        _world.Arxiv.Shows("cs.AI", Thursday, "2605.00062v1 new cs.AI");
        foreach (var time in (string[])["14T04:10", "14T04:20", "14T04:40", "14T05:00"]) await JobAsync(time);

        Assert.Equal(["cs.CL none 3", "cs.AI none 3"], await _world.StandingAsync(Wednesday));
        Assert.Equal(0L, await _world.Database.ScalarAsync<long>("SELECT count(*) FROM listing_days WHERE date = '2026-05-13'"));
    }

    [Fact]
    public async Task The_Friday_after_Thanksgiving_is_looked_at_once_and_not_waited_for()
    {
        var friday = new DateOnly(2026, 11, 27);
        _world.Arxiv.Shows("cs.CL", friday);
        Assert.Contains("Thanksgiving", await RunAsync("2026-11-27T05:10Z"), StringComparison.Ordinal);
        await RunAsync("2026-11-27T09:00Z");
        await RunAsync("2026-11-28T09:00Z");

        Assert.Equal(["/rss/cs.CL"], _world.Arxiv.Requests);
        Assert.Equal(["cs.CL none 1"], await _world.StandingAsync(friday));
    }

    [Fact]
    public async Task A_listing_on_a_day_that_the_calendar_has_off_is_taken_in_all_the_same()
    {
        await _world.Database.ExecuteAsync("INSERT INTO announcement_holidays VALUES ('2026-05-12', 'Entered by mistake')");
        await JobAsync("13T04:10");
        await JobAsync("13T04:15");
        Assert.Equal(["cs.CL whole 0 13 08:10", "cs.AI whole 0 13 08:15"], await _world.StandingAsync(Wednesday));
    }

    [Fact]
    public async Task Christmas_leaves_out_the_Monday_after()
    {
        foreach (var day in (string[])["24", "25", "28", "29", "30", "31"])
        {
            _world.Arxiv.Shows("cs.CL", DateOnly.Parse($"2026-12-{day}", null));
            _world.Arxiv.Shows("cs.AI", DateOnly.Parse($"2026-12-{day}", null));
            await RunAsync($"2026-12-{day}T05:10Z");
        }
        Assert.Equal("24:2 25:2 28:1 29:2 30:1 31:2", await TextAsync(
            "SELECT string_agg(line, ' ') FROM (SELECT to_char(date, 'DD') || ':' || count(*) AS line FROM listing_watches GROUP BY date ORDER BY date) AS days"));
    }

    [Fact]
    public async Task Two_nodes_at_once_ask_once()
    {
        await Task.WhenAll(JobAsync("13T04:10"), JobAsync("13T04:10"), JobAsync("13T04:10"));
        Assert.Equal(["/rss/cs.CL", "/rss/cs.AI"], _world.Arxiv.Requests);
    }

    [Fact]
    public async Task A_try_whose_process_was_killed_is_made_again_half_an_hour_later()
    {
        await JobAsync("13T04:05");
        await _world.Watches.TakeDueAsync(["cs.CL", "cs.AI"], At("13T04:10"), Cancel);
        await JobAsync("13T04:35");
        Assert.Empty(_world.Arxiv.Requests);
        await JobAsync("13T04:40");
        Assert.Equal(2, _world.Arxiv.Requests.Count);
    }

    [Fact]
    public async Task A_category_that_seemed_quiet_is_asked_again_and_taken_in()
    {
        _world.Arxiv.Shows("cs.AI", Wednesday);
        await JobAsync("13T04:10");
        Assert.Equal("cs.AI quiet 1 13 08:10", (await _world.StandingAsync(Wednesday))[1]);

        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI");
        await JobAsync("13T08:10");
        Assert.Equal("cs.AI whole 0 13 12:10", (await _world.StandingAsync(Wednesday))[1]);
        Assert.Equal("1", await TextAsync("SELECT entry_count::text FROM listings WHERE category = 'cs.AI'"));
    }

    [Fact]
    public async Task Asked_for_by_hand_a_listing_is_due_at_once()
    {
        _world.Arxiv.Fails("cs.AI", HttpStatusCode.NotFound);
        await JobAsync("13T04:10");
        await JobAsync("13T04:12");
        await _world.Watches.TryNowAsync(Wednesday, "cs.AI", At("13T04:13"), Cancel);
        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI");
        await JobAsync("13T04:15");
        Assert.StartsWith("cs.AI whole", (await _world.StandingAsync(Wednesday))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_rebuilt_from_records_is_taken_from_the_feeds_and_what_they_lack_is_marked()
    {
        _world.Arxiv.Shows("cs.CL", Tuesday, "2605.00098v1 new cs.CL");
        _world.Arxiv.Shows("cs.AI", Tuesday, "2605.00099v1 new cs.AI");
        _world.Arxiv.Lists(Wednesday, "2605.00011v1 cs.CL cs.AI", "2605.00012v1 cs.CL");
        await _world.RunAsync(Wednesday, At("13T02:00"));
        Assert.Equal(["cs.CL rebuilt 0 13 04:10", "cs.AI rebuilt 0 13 04:10"], await _world.StandingAsync(Wednesday));

        _world.Arxiv.Shows("cs.CL", Wednesday, "2605.00011v1 new cs.CL cs.AI");
        _world.Arxiv.Shows("cs.AI", Wednesday, "2605.00011v1 cross cs.CL cs.AI");
        await JobAsync("13T04:10");

        Assert.Equal(["cs.CL whole 0 13 08:10", "cs.AI whole 0 13 08:10"], await _world.StandingAsync(Wednesday));
        Assert.Equal("2605.00012", await TextAsync("SELECT string_agg(arxiv_id, ',') FROM listing_entries WHERE filled_in"));
    }

    private static DateTimeOffset At(string dayAndTime) => DateTimeOffset.Parse($"2026-05-{dayAndTime}Z", null);

    private Task<string> JobAsync(string dayAndTime) => _world.Job.RunAsync(At(dayAndTime), Cancel);
    private Task<string> RunAsync(string instant) => _world.Job.RunAsync(DateTimeOffset.Parse(instant, null), Cancel);

    private Task<string> TextAsync(string sql) => _world.Database.ScalarAsync<string>(sql);
}
