using System.Collections.Concurrent;
using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Site;

/// <summary>
/// Drops cached answers on this node as soon as PostgreSQL tells that something they show was changed, whichever node changed it.
/// While nothing can be heard, nothing is cached.
/// </summary>
internal sealed class PageChanges(NpgsqlDataSource database, PageStore pages, ILogger<PageChanges> log) : BackgroundService
{
    private const string Channel = "paperdigest_pages";
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>Longer than this no act waits for its own change to be told.</summary>
    private static readonly TimeSpan LongestCatchUp = TimeSpan.FromSeconds(1);

    // As many as acts are under way on this node.
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _awaited = new(StringComparer.Ordinal);
    private volatile bool _isListening;

    /// <summary>Whether changes are heard, so that answers may be cached.</summary>
    public bool IsListening => _isListening;

    /// <summary>
    /// Waits until all that was committed before this call has been heard on this node, so that whoever did something sees it on the
    /// next page: the database tells in the order of commits.
    /// </summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        if (!_isListening) return;
        var word = "@" + Guid.NewGuid().ToString("N");
        var heard = _awaited[word] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            await DatabaseChannel.TellAsync(database, Channel, word, cancel);
            await heard.Task.WaitAsync(LongestCatchUp, cancel);
        }
        catch (TimeoutException)
        {
            // The page may be a moment old then, as it may be for everybody else.
        }
        finally
        {
            _awaited.TryRemove(word, out _);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // A restarted database, or whatever it was: pages are not cached until changes are heard again.
            catch (Exception e)
#pragma warning restore CA1031
            {
                log.LogWarning(e, "Changes to pages cannot be heard; nothing is cached until they are");
                await Task.Delay(AfterTrouble, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static bool IsAct(string word) => word.StartsWith('@');

    private async Task FollowAsync(CancellationToken cancel)
    {
        await using var channel = await DatabaseChannel.ListenAsync(database, Channel, cancel);
        // What was told while nobody listened is not known.
        await pages.EvictByTagAsync(PageTags.All, cancel);
        _isListening = true;
        try
        {
            while (true)
            {
                // One word holds several tags, where one statement changed several papers.
                var heard = await channel.WaitAsync(LongestWait, cancel);
                foreach (var tag in heard.SelectMany(words => words.Split(' ')).Where(tag => !IsAct(tag))) await pages.EvictByTagAsync(tag, cancel);
                foreach (var act in heard.Where(IsAct))
                {
                    if (_awaited.TryGetValue(act, out var waiting)) waiting.TrySetResult();
                }
            }
        }
        finally
        {
            _isListening = false;
        }
    }
}
