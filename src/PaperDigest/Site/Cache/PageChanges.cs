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

    private volatile bool _isListening;

    /// <summary>Whether changes are heard, so that answers may be cached.</summary>
    public bool IsListening => _isListening;

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
                foreach (var words in await channel.WaitAsync(LongestWait, cancel))
                {
                    foreach (var tag in words.Split(' ')) await pages.EvictByTagAsync(tag, cancel);
                }
            }
        }
        finally
        {
            _isListening = false;
        }
    }
}
