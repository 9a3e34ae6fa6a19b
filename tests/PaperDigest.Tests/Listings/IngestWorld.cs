using Microsoft.Extensions.Logging.Abstractions;
using PaperDigest.Catalogue;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;
using static PaperDigest.Tests.Listings.ListedPapers;

namespace PaperDigest.Tests.Listings;

/// <summary>
/// A database of its own, a small arXiv on loopback whose feeds show five entries for Wednesday, and what takes them in, on
/// Wednesday morning.
/// </summary>
internal sealed class IngestWorld(PostgresServer server) : IAsyncLifetime
{
    private readonly HttpClient _http = ArxivHttp.NewClient();
    private Ingest _ingest = null!;

    /// <summary>06:00 in New York on Wednesday, 13 May 2026.</summary>
    public static DateTimeOffset WednesdayMorning => new(2026, 5, 13, 10, 0, 0, TimeSpan.Zero);

    public TestDatabase Database { get; } = new(server);

    public FakeArxiv Arxiv { get; private set; } = null!;

    public IngestJob Job { get; private set; } = null!;

    public Watches Watches { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Database.InitializeAsync();
        Arxiv = await FakeArxiv.StartAsync();
        Arxiv.Shows("cs.CL", Wednesday, "2605.00001v1 new cs.CL cs.AI", "2605.00002v1 new cs.CL", "2604.00009v2 replace cs.CL");
        Arxiv.Shows("cs.AI", Wednesday, "2605.00003v1 new cs.AI", "2605.00001v1 cross cs.CL cs.AI");
        var options = new ArxivOptions
        {
            FeedUrl = Arxiv.Address.AbsoluteUri, OaiUrl = Arxiv.Address.AbsoluteUri + "oai", Categories = "cs.CL,cs.AI", MinimumInterval = TimeSpan.Zero,
        };
        var (stored, source, importer) = (new StoredListings(Database.Contexts), Source(options), new ListingImporter(Database.Source));
        var comparison = new CategoryReconciliation(source, stored, importer);
        var runs = new RunLog(Database.Contexts, new TestClock(WednesdayMorning));
        Watches = new Watches(Database.Contexts, new HolidayBook(Database.Contexts), NullLogger<Watches>.Instance);
        _ingest = new Ingest(new DayIngest(new CategoryIngest(source, stored, importer, comparison), stored), Watches, runs, options);
        var days = new DayTry(_ingest, new Reconcile(comparison, Watches, runs, options));
        Job = new IngestJob(days, Watches, new SourceGate(Database.Source, NullLogger<SourceGate>.Instance), options);
    }

    /// <summary>A run over both categories.</summary>
    public Task<IngestReport> RunAsync(DateOnly day, DateTimeOffset? now = null) =>
        _ingest.RunAsync(new IngestOrder(day, ["cs.CL", "cs.AI"]), now ?? WednesdayMorning, TestContext.Current.CancellationToken);

    /// <summary>How the listings of a day stand: "cs.CL late 1 13 04:20" (category, state, attempts, day and time of the next try).</summary>
    public async Task<IReadOnlyList<string>> StandingAsync(DateOnly day) =>
    [
        .. (await Watches.OfAsync(day, day, TestContext.Current.CancellationToken)).OrderByDescending(w => w.Category)
            .Select(w => FormattableString.Invariant($"{w.Category} {w.State} {w.Attempts} {w.NextTryAt?.UtcDateTime:dd HH:mm}").ToLowerInvariant().Replace("cs.cl", "cs.CL").Replace("cs.ai", "cs.AI").TrimEnd()),
    ];

    /// <summary>Category, source, new, cross-listed, replaced, unchanged.</summary>
    public static string Line(CategoryReport c) =>
        $"{c.Category} {(c.Source == ListingSource.Feed ? "feed" : "oai")} {c.New} {c.CrossListed} {c.Replaced} {c.Unchanged}";

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Arxiv.DisposeAsync();
        await Database.DisposeAsync();
    }

    private ArxivSource Source(ArxivOptions options)
    {
        var gate = new SourceGate(Database.Source, NullLogger<SourceGate>.Instance);
        var pacing = new ArxivPacing(cancel => gate.TakeTurnAsync(SourceGate.Arxiv, options.MinimumInterval, cancel), TimeProvider.System)
        {
            Wait = (_, _) => Task.CompletedTask,
        };
        return new ArxivSource(_http, options.SettingsFor(null), _ => pacing);
    }
}
