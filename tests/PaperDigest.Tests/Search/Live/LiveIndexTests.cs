using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using PaperDigest.Catalogue;
using PaperDigest.Database;
using PaperDigest.Search;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Search;

/// <summary>Two nodes' worth of index over one real database.</summary>
public sealed class LiveIndexTests(PostgresServer server) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(server);
    private readonly ScratchFolder _folder = new("live-index");
    private readonly List<LiveIndex> _running = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _database.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var index in _running)
        {
            await index.StopAsync(CancellationToken.None);
            index.Dispose();
        }
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_any_node_writes_every_node_finds_within_a_second()
    {
        await StoreAsync(Some.Paper("2605.00001"));
        var (one, other) = (await StartAsync(), await StartAsync());
        Assert.Equal(["2605.00001"], Find(one, "matter"));

        await StoreAsync(Some.Paper("2605.00002"));
        foreach (var node in (LiveIndex[])[one, other]) await Eventually.Async(() => Find(node, "matter").Length == 2, "the new paper is found");

        await _database.ExecuteAsync("UPDATE papers SET title = 'A replaced subject', changed_at = changed_at + interval '1 day' WHERE arxiv_id = '2605.00001'");
        await Eventually.Async(() => Find(one, "replaced subject") is ["2605.00001"], "the new title is found");
        Assert.Equal(["2605.00002"], Find(one, "matter"));

        await _database.ExecuteAsync("DELETE FROM papers WHERE arxiv_id = '2605.00002'");
        foreach (var node in (LiveIndex[])[one, other]) await Eventually.Async(() => Find(node, "matter") is [], "the removed paper is gone");
    }

    [Fact]
    public async Task A_vote_is_no_change()
    {
        await StoreAsync(Some.Paper("2605.00001"));
        var node = await StartAsync();
        var before = node.Ready!.View;
        await _database.ExecuteAsync("UPDATE papers SET vote_count = vote_count + 1");
        await using var channel = await DatabaseChannel.ListenAsync(_database.Source, SearchChannel.Name, Cancel);
        await _database.ExecuteAsync("UPDATE papers SET vote_count = vote_count + 1");
        Assert.Empty(await channel.WaitAsync(TimeSpan.FromMilliseconds(50), Cancel));
        Assert.Same(before, node.Ready!.View);
    }

    [Fact]
    public async Task The_next_start_begins_with_the_snapshot_and_makes_up_for_what_changed_since()
    {
        for (var n = 1; n <= 30; n++) await StoreAsync(Some.Paper($"2605.{n:00000}"));
        await StopAsync(await StartAsync());
        Assert.True(File.Exists(Snapshot));
        await _database.ExecuteAsync("DELETE FROM papers WHERE arxiv_id = '2605.00003'");
        await StoreAsync(Some.Paper("2605.00031"));

        var again = await StartAsync();

        Assert.Equal(30, Find(again, "matter").Length);
        Assert.Equal(["2605.00031"], Find(again, "2605.00031"));
        Assert.DoesNotContain("2605.00003", Find(again, "matter"));
    }

    [Fact]
    public async Task A_broken_snapshot_is_as_good_as_none()
    {
        await StoreAsync(Some.Paper("2605.00001"));
        await StopAsync(await StartAsync());
        var bytes = await File.ReadAllBytesAsync(Snapshot, Cancel);
        bytes[^40] ^= 1;
        await File.WriteAllBytesAsync(Snapshot, bytes, Cancel);
        Assert.Null(SnapshotIn(_folder).Read());
        Assert.Equal(["2605.00001"], Find(await StartAsync(), "matter"));
    }

    [Fact]
    public async Task A_node_whose_connection_broke_listens_again_and_has_missed_nothing()
    {
        await StoreAsync(Some.Paper("2605.00001"));
        var node = await StartAsync();
        await _database.ExecuteAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        await StoreAsync(Some.Paper("2605.00002"));
        await Eventually.Async(() => Find(node, "matter").Length == 2, "the paper that came meanwhile is found");
    }

    [Fact]
    public async Task A_large_catalogue_is_followed_by_the_time_of_change()
    {
        await _database.ExecuteAsync(
            """
            INSERT INTO papers (arxiv_id, title, abstract, authors, categories, version, first_listed, added_at, changed_at, search_text, vote_count, outside_votes, outside_comments, is_sample)
            SELECT '2604.' || lpad(n::text, 5, '0'), 'Paper ' || n, '', '{}', '{}', 1, '2026-04-01', '2026-04-01', '2026-04-01', '', 0, 0, 0, false FROM generate_series(1, 20001) n
            """);
        var index = new PaperIndex();
        var update = new IndexUpdate(new CatalogueReader(_database.Source), NullLogger<IndexUpdate>.Instance);
        await update.FillAsync(index, Cancel);
        Assert.Equal(20_001, index.View.Count);

        await StoreAsync(Some.Paper("2605.00001"));
        await _database.ExecuteAsync("UPDATE papers SET title = 'Unlike any other', changed_at = '2026-05-13' WHERE arxiv_id = '2604.00077'");

        Assert.Equal(2, await update.CatchUpAsync(index, Cancel));
        Assert.Equal(0, await update.CatchUpAsync(index, Cancel));
        Assert.Equal("2604.00077", index.KeyOf(HybridRanking.Of(index.View, index.WordsOf("unlike any other"))[0].Paper));
    }

    [Fact]
    public async Task A_trained_encoder_is_taken_over_by_the_nodes_and_trained_again_when_it_is_due()
    {
        await using (var db = _database.Open())
        {
            var random = new Random(1);
            db.Papers.AddRange(Enumerable.Range(1, 1_000).Select(n => Written($"2604.{n:00000}", random)));
            await db.SaveChangesAsync(Cancel);
        }
        var node = await StartAsync();
        var train = new TrainEncoder(new CatalogueReader(_database.Source), new EncoderStore(_database.Source));

        Assert.StartsWith("Trained", await train.RunAsync(TestClock.Noon, Cancel), StringComparison.Ordinal);
        Assert.Contains("still serves", await train.RunAsync(TestClock.Noon.AddDays(6), Cancel), StringComparison.Ordinal);
        await Eventually.Async(() => node.Ready!.View.Meaning is not null, "the node has the encoder");

        var state = await new EncoderStore(_database.Source).StateAsync(Cancel);
        Assert.True(state!.IsDue(1_000, TestClock.Noon.AddDays(7)));
        Assert.True(state.IsDue(1_200, TestClock.Noon));
        Assert.False(state.IsDue(1_199, TestClock.Noon));
    }

    private string Snapshot => Path.Combine(_folder.Path, "search.index");

    private static Paper Written(string arxivId, Random random)
    {
        var paper = Some.Paper(arxivId);
        paper.Title = Words(5);
        paper.Abstract = $"{Words(12)}. {Words(12)}.";
        return paper;

        string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => $"word{random.Next(700)}"));
    }

    private static IndexSnapshot SnapshotIn(ScratchFolder folder) => new(new DataFolder(folder.Path), NullLogger<IndexSnapshot>.Instance);

    private async Task<LiveIndex> StartAsync()
    {
        var node = new LiveIndex(
            _database.Source, new IndexUpdate(new CatalogueReader(_database.Source), NullLogger<IndexUpdate>.Instance),
            new EncoderStore(_database.Source), SnapshotIn(_folder), NullLogger<LiveIndex>.Instance);
        _running.Add(node);
        await node.StartAsync(Cancel);
        await Eventually.Async(() => node.Ready is not null, "the index is filled");
        return node;
    }

    private async Task StopAsync(LiveIndex node)
    {
        await node.StopAsync(Cancel);
        _running.Remove(node);
        node.Dispose();
        NpgsqlConnection.ClearPool(_database.Source.CreateConnection());
    }

    private async Task StoreAsync(Paper paper)
    {
        await using var db = _database.Open();
        db.Papers.Add(paper);
        await db.SaveChangesAsync(Cancel);
    }

    private static string[] Find(LiveIndex node, string query)
    {
        var index = node.Ready!;
        return [.. SearchHits.Of(index.View, index.WordsOf(query)).Papers.Select(index.KeyOf).Order()];
    }
}
