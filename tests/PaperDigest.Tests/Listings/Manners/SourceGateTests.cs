using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;
using PaperDigest.Tests.Support;

namespace PaperDigest.Tests.Listings;

public sealed class SourceGateTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(60);
    private static readonly Rebuff Forbidden = new("arXiv answered 403 Forbidden.", IsForbidden: true, Told: null);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_of_several_processes_go_one_at_a_time_and_an_interval_apart()
    {
        var (inside, together, last) = (0, 0, 0L);
        var gaps = new List<TimeSpan>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            var gate = Gate();
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

        await using var turn = await Gate().TakeTurnAsync("restarted", TimeSpan.FromMilliseconds(300), Cancel);

        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 150, 5000);
    }

    [Fact]
    public async Task The_next_turn_is_stored_before_the_request_is_made()
    {
        await using var turn = await Gate().TakeTurnAsync("before", TimeSpan.FromHours(1), Cancel);

        Assert.True(await database.ScalarAsync<bool>("SELECT next_at > now() + interval '59 minutes' FROM source_turns WHERE source = 'before'"));
    }

    [Fact]
    public async Task A_turn_that_was_stored_under_a_longer_interval_is_not_waited_for()
    {
        await database.ExecuteAsync("INSERT INTO source_turns VALUES ('longer', now() + interval '1 day')");
        await using var turn = await Gate().TakeTurnAsync("longer", Interval, Cancel);
    }

    [Fact]
    public async Task Whoever_stops_waiting_leaves_the_turn_to_the_next()
    {
        var gate = Gate();
        using var impatient = new CancellationTokenSource();
        await using (await gate.TakeTurnAsync("left", TimeSpan.Zero, Cancel))
        {
            var waiting = gate.TakeTurnAsync("left", TimeSpan.Zero, impatient.Token).AsTask();
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }
        await using var next = await gate.TakeTurnAsync("left", TimeSpan.Zero, Cancel);
    }

    [Fact]
    public async Task After_a_403_no_process_asks_again_for_an_hour_and_each_is_told_at_once_why()
    {
        await TurnAwayAsync("forbidden", Forbidden);

        // Gates of other processes, after a restart too: nothing is kept in memory.
        foreach (var gate in new[] { Gate(), Gate() })
        {
            await using var turn = await gate.TakeTurnAsync("forbidden", TimeSpan.Zero, Cancel);
            Assert.InRange(turn.Block!.Rest, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(60));
            Assert.Equal(RefusalKind.Blocked, turn.Block.Refusal.Kind);
            Assert.Equal($"arXiv answered 403 Forbidden. It is not asked again before {turn.Block.Until.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", turn.Block.Refusal.Message);
        }
    }

    [Fact]
    public async Task Each_refusal_in_a_row_doubles_the_rest_and_a_success_begins_anew()
    {
        var rests = new List<TimeSpan>();
        for (var i = 0; i < 3; i++) rests.Add(await TurnAwayAsync("doubling", Forbidden));
        await database.ExecuteAsync("UPDATE source_turns SET blocked_until = now() WHERE source = 'doubling'");
        await using (var turn = await Gate().TakeTurnAsync("doubling", TimeSpan.Zero, Cancel)) await turn.WelcomeAsync();
        Assert.True(await database.ScalarAsync<bool>("SELECT blocked_until IS NULL AND blocked_because IS NULL FROM source_turns WHERE source = 'doubling'"));
        rests.Add(await TurnAwayAsync("doubling", Forbidden));

        Assert.Equal([1, 2, 4, 1], rests.Select(r => r.TotalHours));
    }

    [Fact]
    public async Task An_answer_that_says_nothing_of_the_source_changes_nothing()
    {
        await TurnAwayAsync("silent", Forbidden);
        await database.ExecuteAsync("UPDATE source_turns SET blocked_until = now() WHERE source = 'silent'");
        await using (await Gate().TakeTurnAsync("silent", TimeSpan.Zero, Cancel)) { }

        Assert.Equal(1, await database.ScalarAsync<int>("SELECT refusals FROM source_turns WHERE source = 'silent'"));
    }

    [Fact]
    public async Task A_short_rest_that_the_source_asked_for_is_waited_for_and_no_longer()
    {
        await TurnAwayAsync("short", new Rebuff("Busy.", IsForbidden: false, Told: TimeSpan.FromMilliseconds(300)));
        var started = Stopwatch.GetTimestamp();

        await using var turn = await Gate().TakeTurnAsync("short", TimeSpan.Zero, Cancel);

        Assert.Null(turn.Block);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 200, 5000);
    }

    [Fact]
    public async Task The_operator_is_shown_which_source_is_left_alone_and_why()
    {
        await TurnAwayAsync("shown", Forbidden);
        await TurnAwayAsync("shown", Forbidden);

        var blocked = Assert.Single(await Gate().BlockedAsync(Cancel), b => b.Source == "shown");

        Assert.Equal(2, blocked.Refusals);
        Assert.Matches("^arXiv answered 403 Forbidden. It is not asked again before .* UTC, by any process; it has turned 2 requests away in a row.$", blocked.InWords);
    }

    /// <summary>A request that the source turns away, whatever rest it is to have; returns the rest that follows.</summary>
    private async Task<TimeSpan> TurnAwayAsync(string source, Rebuff rebuff)
    {
        await database.ExecuteAsync($"UPDATE source_turns SET blocked_until = now() WHERE source = '{source}'");
        await using var turn = await Gate().TakeTurnAsync(source, TimeSpan.Zero, Cancel);
        return (await turn.TurnedAwayAsync(rebuff))!.Rest;
    }

    private SourceGate Gate() => new(database.Source, NullLogger<SourceGate>.Instance);
}
