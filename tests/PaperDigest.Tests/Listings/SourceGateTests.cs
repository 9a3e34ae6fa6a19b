using System.Diagnostics;
using PaperDigest.Listings;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Listings;

public sealed class SourceGateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(60);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_of_several_processes_go_one_at_a_time_and_an_interval_apart()
    {
        var (inside, together, last) = (0, 0, 0L);
        var gaps = new List<TimeSpan>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var gate = new SourceGate(database.Source);
            for (var i = 0; i < 2; i++)
            {
                await using var turn = await gate.TakeTurnAsync("several", Interval, Cancel);
                together = Math.Max(together, Interlocked.Increment(ref inside));
                if (last != 0) gaps.Add(Stopwatch.GetElapsedTime(last));
                await Task.Yield();
                last = Stopwatch.GetTimestamp();
                Interlocked.Decrement(ref inside);
            }
        }));

        Assert.Equal(1, together);
        Assert.Equal(7, gaps.Count);
        Assert.All(gaps, gap => Assert.True(gap >= Interval, $"{gap} between two requests"));
    }

    [Fact]
    public async Task A_restart_does_not_ask_earlier_than_the_process_before_it_would_have()
    {
        // What a process that was killed during its request leaves behind.
        await database.ExecuteAsync("INSERT INTO source_turns VALUES ('restarted', now() + interval '200 ms')");
        var started = Stopwatch.GetTimestamp();

        await using var turn = await new SourceGate(database.Source).TakeTurnAsync("restarted", TimeSpan.FromMilliseconds(300), Cancel);

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 150, 5000);
    }

    [Fact]
    public async Task The_next_turn_is_stored_before_the_request_is_made()
    {
        await using var turn = await new SourceGate(database.Source).TakeTurnAsync("before", TimeSpan.FromHours(1), Cancel);

        Assert.True(await database.ScalarAsync<bool>("SELECT next_at > now() + interval '59 minutes' FROM source_turns WHERE source = 'before'"));
    }

    [Fact]
    public async Task A_turn_that_was_stored_under_a_longer_interval_is_not_waited_for()
    {
        await database.ExecuteAsync("INSERT INTO source_turns VALUES ('longer', now() + interval '1 day')");
        await using var turn = await new SourceGate(database.Source).TakeTurnAsync("longer", Interval, Cancel);
    }

    [Fact]
    public async Task Whoever_stops_waiting_leaves_the_turn_to_the_next()
    {
        var gate = new SourceGate(database.Source);
        using var impatient = new CancellationTokenSource();
        await using (await gate.TakeTurnAsync("left", TimeSpan.Zero, Cancel))
        {
            var waiting = gate.TakeTurnAsync("left", TimeSpan.Zero, impatient.Token).AsTask();
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }
        await using var next = await gate.TakeTurnAsync("left", TimeSpan.Zero, Cancel);
    }
}
