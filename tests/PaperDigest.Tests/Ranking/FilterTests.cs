using PaperDigest.Tests.Api;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Support.SomeRankedDay;

namespace PaperDigest.Tests.Ranking;

/// <summary>A Tuesday with four papers, on its day, in its week, as trending and in feeds.</summary>
public sealed class FilterTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    private const string Kept = "2605.00001", Coded = "2605.00002", Vision = "2605.00003", Plain = "2605.00004";

    public static TheoryData<string, string[]> Choices => new()
    {
        { "category=cs.CV", [Vision] },
        { "category=cs.CV&category=stat.ML", [Kept, Vision] },
        { "category=cs.cv,stat.ML", [Kept, Vision] },
        { "not_category=cs.CV", [Kept, Coded, Plain] },
        { "not_category=cs.CV&not_category=stat.ML", [Coded, Plain] },
        { "with=agents", [Kept] },
        { "with=AGENTS", [Kept] },
        { "with=agent", [Vision] },
        { "with=%22tool+use%22", [Kept, Vision] },
        { "with=use+tool", [Kept, Vision] },
        { "with=%22use+tool%22", [] },
        { "with=c%2B%2B", [Coded] },
        { "with=.%2A1", [] },
        { "without=tool", [Coded, Plain] },
        { "with=tool&without=agents", [Vision] },
        { "min_upvotes=3", [Kept] },
        { "has_code=true", [Coded] },
        { "category=cs.CL&category=cs.CV&with=tool&without=agents&min_upvotes=1", [Vision] },
        { "sort=votes", [Kept, Coded, Vision, Plain] },
        { "sort=newest", [Plain, Vision, Coded, Kept] },
        { "sort=comments", [Vision, Kept, Coded, Plain] },
        { "category=&with=&without=&min_upvotes=", [Kept, Coded, Vision, Plain] },
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site.Clock.Now = TestClock.Noon;
        if (await site.Database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM papers)")) return;
        await StoreAsync(site.Database, Tuesday, Kept, Coded, Vision, Plain);
        await site.Database.ExecuteAsync(
            $"""
            UPDATE papers SET vote_count = 4, title = 'Agents at work', abstract = 'On tool  use by many hands.', categories = '{"{cs.CL,stat.ML}"}' WHERE arxiv_id = '{Kept}';
            UPDATE papers SET vote_count = 2, abstract = 'Written in C++ throughout.' WHERE arxiv_id = '{Coded}';
            UPDATE papers SET vote_count = 1, outside_comments = 3, abstract = 'An agent''s TOOL use, seen.', categories = '{"{cs.CV}"}' WHERE arxiv_id = '{Vision}';
            INSERT INTO outside_papers (arxiv_id, votes, comments, code_url, keywords, media_urls, observed_at) VALUES ('{Coded}', 0, 0, 'https://example.org/code', '{"{}"}', '{"{}"}', now());
            INSERT INTO listings (date, category, source, fetched_at, entry_count) SELECT '2026-05-12', c, 'feed', now(), 1 FROM unnest('{"{cs.CV,stat.ML}"}'::text[]) c;
            UPDATE listing_entries SET category = 'cs.CV' WHERE arxiv_id = '{Vision}';
            INSERT INTO listing_entries (date, category, arxiv_id, section, version, position) VALUES ('2026-05-12', 'stat.ML', '{Kept}', 'cross', 1, 1);
            """);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Choices))]
    public async Task Each_parameter_chooses_the_same_on_the_days_page_the_weeks_and_in_a_feed(string query, string[] papers)
    {
        Assert.Equal(papers, Html.Papers(await site.Client.ReadAsync("/papers/date/2026-05-12?" + query)));
        Assert.Equal(papers, Html.Papers(await site.Client.ReadAsync("/papers/week/2026-W20?" + query)));
        var ids = papers.Select(id => "https://arxiv.org/abs/" + id);
        Assert.Equal(ids, FeedRules.AtomIds(await site.Client.ReadAsync("/papers.atom?date=2026-05-12&" + query), ""));
        Assert.Equal(ids, FeedRules.AtomIds(await site.Client.ReadAsync("/papers.atom?week=2026-W20&" + query), ""));
    }

    [Fact]
    public async Task The_feed_of_a_page_and_the_page_of_a_feed_lead_to_each_other()
    {
        foreach (var page in (string[])["/papers/week/2026-W20?category=cs.CL&without=survey&sort=newest", "/papers/month/2026-05?has_code=true", "/papers/trending?window=30", "/papers/date/2026-05-12?category=cs.CL"])
        {
            var feed = Html.Link(await site.Client.ReadAsync(page), "Atom")!;
            Assert.Contains(page.Replace("&", "&amp;", StringComparison.Ordinal), await site.Client.ReadAsync(feed), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_was_chosen_is_said_and_each_can_be_taken_away()
    {
        var page = await site.Client.ReadAsync("/papers/week/2026-W20?category=cs.CL&not_category=cs.LG&with=agents&min_upvotes=1&view=compact");
        Assert.Equal("/papers/week/2026-W20?not_category=cs.LG&with=agents&min_upvotes=1&view=compact", Html.Link(page, "Remove the filter: cs.CL"));
        Assert.Equal("/papers/week/2026-W20?category=cs.CL&with=agents&min_upvotes=1&view=compact", Html.Link(page, "Remove the filter: not cs.LG"));
        Assert.Contains("with “agents”", Html.Text(page), StringComparison.Ordinal);
        Assert.Equal("/papers/week/2026-W20?view=compact", Html.Link(page, "Remove all"));
    }

    [Fact]
    public async Task An_empty_list_says_what_to_loosen_and_how_many_papers_that_gives()
    {
        var page = await site.Client.ReadAsync("/papers/date/2026-05-12?has_code=true&category=cs.CL&min_upvotes=3");
        Assert.Empty(Html.Papers(page));
        Assert.Equal("/papers/date/2026-05-12?category=cs.CL&min_upvotes=3", Html.Link(page, "Without “has code”"));
        Assert.Equal("/papers/date/2026-05-12?category=cs.CL&has_code=true", Html.Link(page, "Without “3 or more votes”"));
        // Without the category there is none either.
        Assert.Null(Html.Link(page, "Without “cs.CL”"));
        Assert.Contains("Without “has code”: 1 paper", Html.Text(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_shows_what_was_chosen_and_keeps_what_it_does_not_ask_for()
    {
        var page = await site.Client.ReadAsync("/papers/trending?window=30&with=%22tool+use%22+a&category=cs.CL,cs.RO&view=compact&sort=votes");
        Assert.Contains("<form action=\"/papers/trending\">", page, StringComparison.Ordinal);
        Assert.Equal("30", Html.Field(page, "window"));
        Assert.Equal("compact", Html.Field(page, "view"));
        Assert.Equal("votes", Html.Field(page, "sort"));
        Assert.Equal("\"tool use\" a", Html.Field(page, "with"));
        Assert.Contains("value=\"cs.CL\" checked", page, StringComparison.Ordinal);
        Assert.Contains("value=\"cs.RO\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_takes_the_same_filters()
    {
        await site.IsSearchableAsync(Plain);
        foreach (var (query, papers) in ((string, string[])[])[("with=tool", [Kept, Vision]), ("not_category=cs.CV&min_upvotes=1", [Kept, Coded]), ("date=2026-05-11", []), ("has_code=true", [Coded])])
        {
            var page = await site.Client.ReadAsync("/papers?q=Lovelace&" + query);
            Assert.Equal(papers, Html.Papers(page).Order(StringComparer.Ordinal));
            Assert.Equal(papers.Select(id => "https://arxiv.org/abs/" + id), FeedRules.AtomIds(await site.Client.ReadAsync("/papers.atom?q=Lovelace&" + query), "").Order(StringComparer.Ordinal));
        }
        Assert.Contains("passes the filter", await site.Client.ReadAsync("/papers?q=Lovelace&min_upvotes=99"), StringComparison.Ordinal);
        using var wrong = await site.Client.GetAsync("/papers?q=Lovelace&min_upvotes=x", Cancel);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, wrong.StatusCode);
    }
}
