using Npgsql;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Lets one request at a time go to a source, over all processes on the database, keeps the interval between them, and leaves a source
/// alone that turns requests away. A lock held for the length of the request does the first, a row in <c>source_turns</c> the rest: it
/// outlives a crash, so that a program that restarts again and again still asks no faster.
/// </summary>
internal sealed class SourceGate(NpgsqlDataSource database, ILogger<SourceGate> log)
{
    /// <summary>The one source whose requests arXiv counts together: feeds, OAI-PMH and query interface.</summary>
    public const string Arxiv = "arxiv";

    public const string HuggingFace = "huggingface";

    /// <summary>A shorter rest is waited for; whoever meets a longer one is told to come back.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const string ReadBlocked =
        """
        SELECT source, blocked_until, blocked_because, refusals FROM source_turns WHERE blocked_until > clock_timestamp() ORDER BY source
        """;

    // Timers run on Linux's coarse clock, which stands still for up to ten milliseconds: a wait of sixty was seen to take 57. An
    // interval that is kept is a little longer rather than a little shorter.
    private static readonly TimeSpan TimersLead = TimeSpan.FromMilliseconds(10);

    /// <summary>
    /// Waits for the turn. The request is made before the result is disposed; the next may start <paramref name="interval"/> later. A turn
    /// with a block came at once and allows no request.
    /// </summary>
    public async ValueTask<RequestTurn> TakeTurnAsync(string source, TimeSpan interval, CancellationToken cancel)
    {
        var turn = await SourceLock.TakeAsync(database, source, interval, cancel);
        try
        {
            var standing = await turn.ReadAsync(cancel);
            if (standing.Block is { } block && block.Rest > Patience)
            {
                await turn.LeaveAsync();
                return new RequestTurn(block, _ => throw new InvalidOperationException("No request may be made in this turn."), () => ValueTask.CompletedTask);
            }
            if (standing.Wait > TimeSpan.Zero) await Task.Delay(standing.Wait + TimersLead, cancel);
            // Stored before the request as well as after it: a process may be killed in between.
            await turn.StoreNextAsync(cancel);
            return new RequestTurn(null, rebuff => HearAsync(turn, standing, rebuff), () => EndAsync(turn));
        }
        catch
        {
            await turn.LeaveAsync();
            throw;
        }
    }

    /// <summary>The sources that are left alone at the moment, for the operator; usually none.</summary>
    public async Task<IReadOnlyList<BlockedSource>> BlockedAsync(CancellationToken cancel)
    {
        var blocked = new List<BlockedSource>();
        await using var command = database.CreateCommand(ReadBlocked);
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            blocked.Add(new BlockedSource(row.GetString(0), await row.GetFieldValueAsync<DateTimeOffset>(1, cancel), row.GetString(2), row.GetInt32(3)));
        return blocked;
    }

    private async ValueTask<SourceBlock?> HearAsync(SourceLock turn, SourceStanding standing, Rebuff? rebuff)
    {
        if (rebuff is null)
        {
            if (standing.Refusals > 0) await turn.ForgiveAsync();
            return null;
        }
        var rest = SourceRest.After(rebuff, standing.Refusals, turn.Interval);
        var block = new SourceBlock(await turn.BlockAsync(rebuff.Because, rest), rest, rebuff.Because);
        log.LogWarning("{Because} {Sequel} That makes {Refusals} in a row.", block.Because, block.Sequel, standing.Refusals + 1);
        return block;
    }

    private static async ValueTask EndAsync(SourceLock turn)
    {
        // Not cancelled with the request: it may have been answered, and counts.
        try
        {
            await turn.StoreNextAsync(CancellationToken.None);
        }
        finally
        {
            await turn.LeaveAsync();
        }
    }
}
