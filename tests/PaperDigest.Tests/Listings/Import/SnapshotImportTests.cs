using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PaperDigest.Listings;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Listings.Import;

public sealed class SnapshotImportTests(PostgresServer server) : IAsyncLifetime
{
    private readonly ScratchFolder _folder = new("import");
    private readonly TestDatabase _database = new(server);

    public async ValueTask InitializeAsync() => await _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_paper_comes_in_with_its_versions_categories_and_an_estimated_first_listing()
    {
        var report = await ImportAsync(Write([Line("2605.00001", versions: ["Thu, 7 May 2026 10:00:00 GMT", "Mon, 18 May 2026 10:00:00 GMT"])]));

        Assert.Equal(new ImportTotals(1, 0, 0, 0, 0), report.Total);
        Assert.Equal(IngestOutcome.Complete, report.Outcome);
        await using var db = _database.Open();
        var paper = Assert.Single(db.Papers);
        Assert.Equal(("A title of 2605.00001", "About 2605.00001.", 2), (paper.Title, paper.Abstract, paper.Version));
        Assert.Equal(["Ada Byron", "René Example"], paper.Authors);
        // Submitted on Thursday before 14:00 Eastern time, so at the earliest in Friday's listing.
        Assert.Equal(new DateOnly(2026, 5, 8), paper.FirstListed);
        Assert.Equal(new DateTimeOffset(2026, 5, 7, 10, 0, 0, TimeSpan.Zero), paper.SubmittedAt);
        Assert.Equal(new DateOnly(2026, 5, 19), paper.RecordedOn);
        Assert.Equal([1, 2], db.PaperVersions.Select(v => v.Version).Order());
        Assert.Equal(["cs.AI", "cs.LG"], db.PaperCategories.Select(c => c.Category).Order());
    }

    [Fact]
    public async Task The_same_file_again_writes_not_one_row()
    {
        var path = Write(Enumerable.Range(1, 30).Select(n => Line($"2605.{n:00000}")));
        await ImportAsync(path);
        var before = await RowsAsync();

        var report = await ImportAsync(path);

        Assert.Equal(new ImportTotals(0, 0, 0, 30, 0), report.Total);
        Assert.Equal(before, await RowsAsync());
    }

    [Fact]
    public async Task What_is_known_is_merged_and_what_is_new_is_added()
    {
        await ImportAsync(Write([Line("2605.00001"), Line("2605.00002"), Line("2605.00003")]));

        var report = await ImportAsync(Write(
            [
                Line("2605.00001"),
                Line("2605.00002", title: "A better title", versions: ["Thu, 7 May 2026 10:00:00 GMT", "Mon, 18 May 2026 10:00:00 GMT"]),
                Line("2605.00003", title: "A corrected title", updated: "2026-05-20"),
                Line("2605.00004"),
            ]));

        Assert.Equal(new ImportTotals(1, 1, 1, 1, 0), report.Total);
        Assert.Equal("A title of 2605.00002", await _database.ScalarAsync<string>("SELECT title FROM paper_versions WHERE arxiv_id = '2605.00002' AND version = 1"));
    }

    [Fact]
    public async Task Two_lines_about_one_paper_count_as_two_states_of_it()
    {
        var report = await ImportAsync(Write([Line("2605.00001"), Line("2605.00002"), Line("2605.00001", title: "Corrected", updated: "2026-05-20")]));

        Assert.Equal(new ImportTotals(2, 0, 1, 0, 0), report.Total);
        Assert.Equal("Corrected", await _database.ScalarAsync<string>("SELECT title FROM papers WHERE arxiv_id = '2605.00001'"));
    }

    [Fact]
    public async Task Bad_lines_are_kept_for_inspection_and_cost_only_themselves()
    {
        var path = Write(["\uFEFF" + Line("2605.00001") + "\r", "", "no JSON", "{\"id\":\"2605.00002\"}", Line("2605.00003")]);

        var report = await ImportAsync(path);

        Assert.Equal(new ImportTotals(2, 0, 0, 0, 2), report.Total);
        Assert.True(report.IsDone);
        await using var db = _database.Open();
        Assert.Equal(["no JSON", "{\"id\":\"2605.00002\"}"], db.Set<RejectedRecord>().OrderBy(r => r.Id).Select(r => r.Record));
        Assert.StartsWith("line 3:", db.Set<RejectedRecord>().OrderBy(r => r.Id).First().Excerpt, StringComparison.Ordinal);
        var run = Assert.Single(db.IngestRuns);
        Assert.Equal((RunKind.Import, "snapshot.jsonl", IngestOutcome.Partial), (run.Kind, run.Source, run.Outcome));
    }

    [Fact]
    public async Task Stopped_after_a_batch_it_goes_on_there_and_ends_as_if_it_had_not_been_stopped()
    {
        var path = Write(Enumerable.Range(1, SnapshotReader.MostLines + 20).Select(n => Line($"2605.{n:00000}")));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(path, _ => stop.Cancel(), stop.Token));
        Assert.Equal(SnapshotReader.MostLines, await _database.ScalarAsync<long>("SELECT count(*) FROM papers"));

        var report = await ImportAsync(path);

        Assert.Equal(SnapshotReader.MostLines, report.ResumedAfter);
        Assert.Equal(new ImportTotals(SnapshotReader.MostLines + 20, 0, 0, 0, 0), report.Total);
        Assert.Equal(SnapshotReader.MostLines + 20, await _database.ScalarAsync<long>("SELECT count(*) FROM papers"));
    }

    [Fact]
    public async Task A_packed_file_goes_on_where_it_was_too()
    {
        var path = Write(Enumerable.Range(1, SnapshotReader.MostLines + 20).Select(n => Line($"2605.{n:00000}")), packed: true);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(path, _ => stop.Cancel(), stop.Token));

        var report = await ImportAsync(path);

        Assert.Equal((SnapshotReader.MostLines, SnapshotReader.MostLines + 20L), (report.ResumedAfter, report.Total.New));
    }

    [Fact]
    public async Task A_file_that_ends_within_a_line_is_called_incomplete()
    {
        var path = Write([Line("2605.00001"), Line("2605.00002")]);
        using (var file = File.OpenWrite(path)) file.SetLength(file.Length - 30);

        var report = await ImportAsync(path);

        Assert.False(report.IsDone);
        Assert.Contains("not complete", report.Message, StringComparison.Ordinal);
        Assert.Equal(new ImportTotals(1, 0, 0, 0, 1), report.Total);
    }

    [Fact]
    public async Task Of_two_processes_with_one_file_the_slower_one_gives_up()
    {
        var path = Write(Enumerable.Range(1, SnapshotReader.MostLines + 20).Select(n => Line($"2605.{n:00000}")));
        ImportReport? other = null;

        var report = await ImportAsync(path, _ => other ??= ImportAsync(path).GetAwaiter().GetResult());

        Assert.True(other!.IsDone);
        Assert.False(report.IsDone);
        Assert.Contains("Another process", report.Message, StringComparison.Ordinal);
        Assert.Equal(SnapshotReader.MostLines + 20, await _database.ScalarAsync<long>("SELECT count(*) FROM papers"));
    }

    [Fact]
    public async Task Real_papers_take_the_place_of_the_sample()
    {
        await new Sample(_database.Source, new ArxivOptions()).LoadAsync(TestClock.Noon, TestContext.Current.CancellationToken);

        await ImportAsync(Write([Line("2605.00001")]));

        Assert.Equal(1, await _database.ScalarAsync<long>("SELECT count(*) FROM papers"));
        Assert.Equal(0, await _database.ScalarAsync<long>("SELECT count(*) FROM listing_days"));
    }

    private async Task<ImportReport> ImportAsync(string path, Action<ImportProgress>? tell = null, CancellationToken? cancel = null)
    {
        using var file = ImportFile.Open(path);
        var runs = new RunLog(_database.Contexts, new TestClock(TestClock.Noon));
        var import = new SnapshotImport(new SnapshotStore(_database.Source), runs, new CatalogueUpkeep(_database.Source), new TestClock(TestClock.Noon));
        return await import.RunAsync(file, tell, cancel ?? TestContext.Current.CancellationToken);
    }

    /// <summary>Where each row of the catalogue lies and which transaction wrote it: a row that is written again lies elsewhere.</summary>
    private Task<string> RowsAsync() => _database.ScalarAsync<string>(
        """
        SELECT string_agg(place, ' ' ORDER BY place) FROM (
            SELECT format('p%s %s', ctid, xmin) AS place FROM papers UNION ALL SELECT format('v%s %s', ctid, xmin) FROM paper_versions
            UNION ALL SELECT format('c%s %s', ctid, xmin) FROM paper_categories) AS rows
        """);

    private string Write(IEnumerable<string> lines, bool packed = false)
    {
        var path = Path.Combine(_folder.Path, "snapshot.jsonl");
        using Stream file = packed ? new GZipStream(File.Create(path), CompressionLevel.Fastest) : File.Create(path);
        foreach (var line in lines) file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        return path;
    }

    private static string Line(string id, string? title = null, string updated = "2026-05-19", params string[] versions) => JsonSerializer.Serialize(
        new Dictionary<string, object?>
        {
            ["id"] = id, ["submitter"] = "Ada Byron", ["authors"] = "Ada Byron and Ren\\'e Example", ["title"] = title ?? $"A title of {id}", ["comments"] = null,
            ["journal-ref"] = null, ["doi"] = null, ["report-no"] = null, ["categories"] = "cs.AI cs.LG", ["license"] = null, ["abstract"] = $"  About {id}.\n",
            ["versions"] = (versions.Length > 0 ? versions : ["Thu, 7 May 2026 10:00:00 GMT"]).Select((created, n) => new { version = $"v{n + 1}", created }),
            ["update_date"] = updated,
        });
}
