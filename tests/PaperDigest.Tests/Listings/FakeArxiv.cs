using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace PaperDigest.Tests.Listings;

/// <summary>A small arXiv on loopback: tests say which listing each category's feed shows, and how it fails.</summary>
internal sealed class FakeArxiv : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _feeds = new();
    private readonly SortedDictionary<DateOnly, string> _records = [];

    private FakeArxiv(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    public static async Task<FakeArxiv> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var arxiv = new FakeArxiv(builder.Build());
        arxiv._server.MapGet("/rss/{category}", arxiv.FeedAsync);
        arxiv._server.MapGet("/oai", context =>
        {
            arxiv.Requests.Enqueue(context.Request.Path + context.Request.QueryString);
            return context.Response.WriteAsync($"<OAI-PMH xmlns=\"http://www.openarchives.org/OAI/2.0/\"><responseDate>2026-05-14T00:00:00Z</responseDate>{arxiv.RecordList()}</OAI-PMH>");
        });
        await arxiv._server.StartAsync();
        return arxiv;
    }

    /// <summary>Lets a category's feed show these items, given as "2605.00001v1 new cs.CL cs.AI".</summary>
    public void Shows(string category, DateOnly day, params string[] items) =>
        _feeds[category] = context => context.Response.WriteAsync(Feed(day, items));

    public void Fails(string category, HttpStatusCode status) => _feeds[category] = context =>
    {
        context.Response.StatusCode = (int)status;
        return Task.CompletedTask;
    };

    public void Answers(string category, string body) => _feeds[category] = context => context.Response.WriteAsync(body);

    /// <summary>
    /// Lets OAI-PMH list these records, given as "2605.00001v1 cs.CL cs.AI", all changed on a day. Their last versions were sent in
    /// on the day before, or on that of the same month: "2605.00001v1@08 cs.CL".
    /// </summary>
    public void Lists(DateOnly day, params string[] records) =>
        _records[day] = string.Concat(records.Select(r => Record(day, r.Split(' '))));

    public static string Feed(DateOnly day, params string[] items) =>
        $"""
        <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel>
        <title>updates on arXiv.org</title><pubDate>{Rfc(day)} 00:00:00 -0400</pubDate>{string.Concat(items.Select(i => Item(i.Split(' '))))}
        </channel></rss>
        """;

    private string RecordList() =>
        _records.Count == 0 ? "<error code=\"noRecordsMatch\">Nothing</error>" : $"<ListRecords>{string.Concat(_records.Values)}</ListRecords>";

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task FeedAsync(HttpContext context)
    {
        Requests.Enqueue(context.Request.Path);
        return _feeds[(string)context.Request.RouteValues["category"]!](context);
    }

    private static string Item(string[] words) =>
        $"""
        <item><title>Paper {words[0]}</title><link>https://arxiv.org/abs/{words[0]}</link>
        <description>arXiv:{words[0]} Announce Type: {words[1]} &#10;Abstract: What {SecurityElement.Escape(words[0])} found.</description>
        <guid isPermaLink="false">oai:arXiv.org:{words[0]}</guid>{string.Concat(words.Skip(2).Select(c => $"<category>{c}</category>"))}
        <arxiv:announce_type>{words[1]}</arxiv:announce_type><dc:creator>Ada Lovelace, Charles Babbage</dc:creator></item>
        """;

    private static string Record(DateOnly day, string[] words)
    {
        var (id, rest) = (words[0].Split('v')[0], words[0].Split('v')[1].Split('@'));
        var version = int.Parse(rest[0], CultureInfo.InvariantCulture);
        var sentIn = rest.Length > 1 ? new DateOnly(day.Year, day.Month, int.Parse(rest[1], CultureInfo.InvariantCulture)) : day.AddDays(-1);
        var versions = Enumerable.Range(1, version).Select(n => $"<version version=\"v{n}\"><date>{Rfc(sentIn.AddDays(n - version))} 15:00:00 GMT</date></version>");
        return
            $"""
            <record><header><identifier>oai:arXiv.org:{id}</identifier><datestamp>{day:yyyy-MM-dd}</datestamp></header><metadata>
            <arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>{id}</id>{string.Concat(versions)}<title>Paper {words[0]}</title>
            <authors>Ada Lovelace, Charles Babbage</authors><categories>{string.Join(' ', words.Skip(1))}</categories><comments>12 pages</comments>
            <abstract>What it found.</abstract></arXivRaw></metadata></record>
            """;
    }

    private static string Rfc(DateOnly day) => day.ToString("ddd, dd MMM yyyy", CultureInfo.InvariantCulture);
}
