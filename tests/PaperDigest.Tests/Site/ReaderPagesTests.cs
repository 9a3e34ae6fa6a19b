using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Site;

public sealed partial class ReaderPagesTests(RunningSite site) : IClassFixture<RunningSite>, IAsyncLifetime
{
    public static readonly TheoryData<string> Cached = ["/", "/papers", "/papers/date/2026-05-12", "/papers/2605.00001", "/authors/Ada%20Lovelace", "/categories/cs.CL"];

    public static readonly TheoryData<string> Public = [.. Cached.Select(c => c.Data), "/papers/date/2026-05-16", "/papers?q=word", "/papers/2605.99999", "/nothing/here", "/subscribe", "/signin"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (await site.Database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM papers)")) return;
        await SomeRankedDay.StoreAsync(site.Database, SomeRankedDay.Tuesday, "2605.00001", "2605.00002");
        await site.Database.ExecuteAsync("INSERT INTO paper_categories SELECT 'cs.CL', arxiv_id, first_listed FROM papers");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Cached))]
    public async Task Reading_sets_no_cookie_and_the_second_reader_is_served_from_the_cache(string path)
    {
        using var first = await site.Client.GetAsync(path, Cancel);
        using var second = await site.NewClient().GetAsync(path, Cancel);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        Assert.False(first.Headers.CacheControl!.NoStore);
        Assert.NotNull(second.Headers.Age);
        Assert.Equal(await first.Content.ReadAsStringAsync(Cancel), await second.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("pd_visitor")]
    [InlineData("pd_account")]
    public async Task Who_has_a_cookie_of_ours_is_neither_served_from_the_cache_nor_put_into_it(string cookie)
    {
        await site.Client.ReadAsync("/papers/date/2026-05-12");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/papers/date/2026-05-12") { Headers = { { "Cookie", $"{cookie}=anything" } } };

        using var answer = await site.Client.SendAsync(request, Cancel);

        Assert.Null(answer.Headers.Age);
        Assert.True(answer.Headers.CacheControl!.Private);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("brotli")]
    [InlineData("br;q=0, gzip;q=0")]
    public async Task Whoever_takes_no_compressed_page_gets_none_whatever_others_took_before(string accepted)
    {
        var path = $"/categories/cs.CL?before=2026-05-{20 + (accepted.Length % 8)}_2605.00001";
        using var other = new HttpRequestMessage(HttpMethod.Get, path);
        other.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        using var first = await site.Client.SendAsync(other, Cancel);
        using var second = await site.Client.GetAsync(path, Cancel);
        Assert.Empty(second.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_cookie_of_somebody_else_keeps_nobody_out_of_the_cache()
    {
        await site.Client.ReadAsync("/papers/date/2026-05-12");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/papers/date/2026-05-12") { Headers = { { "Cookie", "_proxy=1" } } };
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.NotNull(answer.Headers.Age);
    }

    [Fact]
    public async Task A_parameter_that_no_page_reads_makes_no_page_of_its_own()
    {
        await site.Client.ReadAsync("/papers/date/2026-05-12");
        using var answer = await site.Client.GetAsync("/papers/date/2026-05-12?utm_source=mail", Cancel);
        Assert.NotNull(answer.Headers.Age);
    }

    [Fact]
    public async Task What_is_not_found_is_not_kept()
    {
        await site.Client.ReadAsync("/papers/2605.31234", HttpStatusCode.NotFound);
        await using (var db = site.Database.Open())
        {
            db.Papers.Add(Some.Paper("2605.31234"));
            await db.SaveChangesAsync(Cancel);
        }
        await site.Client.ReadAsync("/papers/2605.31234");
    }

    [Fact]
    public async Task A_search_is_not_kept()
    {
        await site.Client.ReadAsync("/papers?q=word");
        using var again = await site.Client.GetAsync("/papers?q=word", Cancel);
        Assert.Null(again.Headers.Age);
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        using var first = await site.Client.GetAsync("/papers/2605.00002", Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/papers/2605.00002") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var answer = await site.Client.SendAsync(request, Cancel);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_are_compressed_for_who_can_read_it_and_plain_for_who_cannot(string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/papers/date/2026-05-12") { Headers = { AcceptEncoding = { new StringWithQualityHeaderValue(encoding) } } };
        using var compressed = await site.Client.SendAsync(request, Cancel);
        using var plain = await site.Client.GetAsync("/papers/date/2026-05-12", Cancel);

        Assert.Equal([encoding], compressed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
    }

    [Theory]
    [MemberData(nameof(Public))]
    public async Task Every_page_has_one_heading_of_first_rank_and_loads_nothing_from_elsewhere(string path)
    {
        using var answer = await site.Client.GetAsync(path, Cancel);
        var page = await answer.Content.ReadAsStringAsync(Cancel);

        Assert.Single(Html.FirstHeadings(page));
        Assert.All(Loaded().Matches(page), m => Assert.StartsWith("/", m.Groups[1].Value, StringComparison.Ordinal));
        Assert.DoesNotContain("<style", page);
        Assert.DoesNotContain(" style=", page);
    }

    [Theory]
    [MemberData(nameof(Public))]
    public async Task Every_answer_forbids_what_pages_do_not_need(string path)
    {
        using var answer = await site.Client.GetAsync(path, Cancel);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
        Assert.True(answer.Headers.Contains("Referrer-Policy"));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
    }

    [Theory]
    [MemberData(nameof(Public))]
    public async Task HEAD_is_answered_like_GET_without_a_body(string path)
    {
        using var get = await site.Client.GetAsync(path, Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await site.Client.SendAsync(request, Cancel);
        using var again = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), Cancel);

        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.StatusCode, again.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Cached))]
    public async Task A_page_to_read_loads_none_of_Blazors_script(string path) => Assert.DoesNotContain("blazor.web", await site.Client.ReadAsync(path));

    [Fact]
    public async Task A_form_to_an_unknown_address_is_not_found_either()
    {
        using var answer = await site.Client.PostAsync("/papers/2605.99999/vote", new FormUrlEncodedContent([new("vote", "1")]), Cancel);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Single(Html.FirstHeadings(await answer.Content.ReadAsStringAsync(Cancel)));
    }

    [Fact]
    public async Task The_font_is_ours_and_kept()
    {
        using var answer = await site.Client.GetAsync("/fonts/paperdigest-serif.woff2", Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString());
    }

    // A schema of metadata is named by an address that nothing loads.
    [GeneratedRegex("<(?:script|img|iframe|source|link)\\b(?! rel=\"schema\\.)[^>]*? (?:src|href)=\"([^\"]*)\"")]
    private static partial Regex Loaded();
}
