using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PaperDigest.Accounts;
using PaperDigest.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PaperDigest.BrowserTests;

/// <summary>What each page of those who run the installation promises, to one who has signed in.</summary>
public sealed class EveryAdminPage(RunningSite site, Chromium chromium) : IClassFixture<RunningSite>, IAsyncLifetime
{
    // The tests of a class run one after the other, on one site.
    private static string? _signedIn;

    private const string ARun = "019e1c5e-0c00-7000-8000-000000000001";

    public static TheoryData<string> Pages =>
    [
        "/account", "/saved", "/for-you", "/follows", "/submit", "/notifications", "/papers/2605.00077", "/admin/submissions", "/admin/claims", "/admin/reports",
        "/admin/listings", "/admin/calendar", "/admin/jobs", "/admin/runs", $"/admin/runs/{ARun}",
    ];

    public async ValueTask InitializeAsync()
    {
        // The browser looks at the real clock when it keeps a cookie.
        site.Clock.Now = DateTimeOffset.UtcNow;
        await site.Database.ExecuteAsync(
            """
            INSERT INTO listing_watches (date, category, state, next_try_at, attempts, message, filled_in, by_hand)
            SELECT current_date - n, category, (ARRAY['whole', 'late', 'stale', 'refused', 'truncated', 'rebuilt', 'quiet', 'none', 'awaited'])[1 + n % 9],
                now() + n * interval '1 hour', n, 'The feed is not of this day yet.', n % 2, false
            FROM generate_series(0, 30) AS n, unnest('{cs.AI,cs.CL,cs.CV,cs.LG,stat.ML}'::text[]) AS category
            ON CONFLICT DO NOTHING
            """);
        await StoreCommunityAsync();
        await site.Database.ExecuteAsync(
            $$"""
            INSERT INTO source_turns VALUES ('arxiv', now(), now() + interval '1 day', 'arXiv answered 403 Forbidden.', 1) ON CONFLICT DO NOTHING;
            INSERT INTO ingest_runs (id, kind, source, day, started_at, ended_at, outcome, report) VALUES ('{{ARun}}', 'listing', 'rss.arxiv.org', current_date,
                now() - interval '1 minute', now(), 'partial',
                '{"message": "The listing is partly in.", "total": {"new": 12, "rejected": 1}, "papers": {"new": 12}, "warnings": ["An odd one."],
                  "categories": [{"category": "cs.CL", "outcome": "refused", "attempts": 5, "message": "arXiv answered 503 ServiceUnavailable."}]}') ON CONFLICT DO NOTHING;
            INSERT INTO rejected_records (run_id, reason, excerpt, record, noted_at)
            VALUES ('{{ARun}}', 'It has no title.', '2605.00007v1', repeat('<item><title></title><guid>oai:arXiv.org:2605.00007v1</guid></item>', 20), now());
            """);
    }

    // An admin with a library, who submitted a paper and says to be the author of another; and others who did.
    private async Task StoreCommunityAsync()
    {
        await SignedIn.LinkAsync(site, "admin@example.org", AccountRole.Admin);
        await SignedIn.LinkAsync(site, "ada@example.org", AccountRole.Reader);
        await using (var db = site.Database.Open())
        {
            if (await db.Papers.FindAsync("2605.00077") is null) await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, "2605.00077", "2605.00078", "2605.00079");
        }
        await site.Database.ExecuteAsync(
            """
            UPDATE accounts SET public_name = split_part(email, '@', 1), public_name_key = split_part(email, '@', 1);
            INSERT INTO saved_papers (reader_id, arxiv_id, saved_at, note, tags) SELECT id, '2605.00077', now(), 'Compare with ours.', '{evaluation,to read}' FROM accounts ON CONFLICT DO NOTHING;
            INSERT INTO follows (reader_id, kind, subject, created_at, is_muted)
            SELECT id, kind, subject, now(), kind = 'words' FROM accounts, (VALUES ('author', 'Ada Lovelace'), ('category', 'cs.CL'), ('words', 'in context learning'), ('search', '?q=matter')) f (kind, subject)
            ON CONFLICT DO NOTHING;
            INSERT INTO submissions (arxiv_id, account_id, submitted_at, comment, state, reason, decided_at)
            SELECT arxiv_id, id, now(), 'It is short.', state, reason, CASE WHEN state <> 'waiting' THEN now() END
            FROM accounts, (VALUES ('2605.00077', 'accepted', NULL), ('2605.00078', 'waiting', NULL), ('2605.00079', 'declined', 'It is off our subject.')) s (arxiv_id, state, reason)
            WHERE email = 'admin@example.org' ON CONFLICT DO NOTHING;
            INSERT INTO author_claims (arxiv_id, account_id, author, claimed_at, comment, state, decided_at)
            SELECT arxiv_id, id, author, now(), 'My page says so.', state, CASE WHEN state <> 'waiting' THEN now() END
            FROM accounts, (VALUES ('2605.00077', 'Ada Lovelace', 'accepted'), ('2605.00078', 'Ada Lovelace', 'waiting')) c (arxiv_id, author, state)
            WHERE email = 'ada@example.org' ON CONFLICT DO NOTHING;
            """);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_accessible_in_light_and_in_dark(string path)
    {
        foreach (var device in (string[])[Devices.Desktop, Devices.Phone])
        {
            await using var reader = await OpenAsync(path, device);
            await reader.PageIsSoundAsync();
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_nowhere_wider_than_the_narrowest_screen(string path)
    {
        await using var reader = await OpenAsync(path, Devices.Narrow);
        Assert.InRange(await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 320);
    }

    private async Task<Reader> OpenAsync(string path, string device)
    {
        var options = Devices.Of(device);
        options.StorageState = _signedIn ??= await SignInAsync();
        var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!, options);
        await reader.VisitAsync(path);
        return reader;
    }

    /// <summary>What a browser keeps of having signed in.</summary>
    private async Task<string> SignInAsync()
    {
        await using var reader = await Reader.OpenAsync(chromium, site.Client.BaseAddress!);
        await reader.VisitAsync(await SignedIn.LinkAsync(site, "admin@example.org", AccountRole.Admin));
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(reader.Page).Not.ToHaveURLAsync(new Regex("/signin/"));
        return await reader.Page.Context.StorageStateAsync();
    }
}
