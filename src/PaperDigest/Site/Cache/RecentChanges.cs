using System.Collections.Concurrent;

namespace PaperDigest.Site;

/// <summary>The changes that were told in the last minute, by their tag (<see cref="PageTags"/>), and when each was told last.</summary>
internal sealed class RecentChanges(TimeProvider time)
{
    /// <summary>How long a change is remembered. Nothing that is older than this can be said to be unchanged.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    // As many as were told in a minute or two; the database tells of more than 500 papers at once as of one change.
    private readonly ConcurrentDictionary<string, long> _told = new(StringComparer.Ordinal);
    private long _tidied;

    /// <summary>The time at which something is begun, before anything is read for it.</summary>
    public long Now() => time.GetTimestamp();

    public void Note(string tag)
    {
        var now = time.GetTimestamp();
        _told[tag] = now;
        if (time.GetElapsedTime(Interlocked.Read(ref _tidied), now) <= Memory) return;
        Interlocked.Exchange(ref _tidied, now);
        foreach (var (old, told) in _told)
        {
            if (time.GetElapsedTime(told, now) > Memory) _told.TryRemove(KeyValuePair.Create(old, told));
        }
    }

    /// <summary>Whether what was begun then, and shows this, may be outdated.</summary>
    public bool AnySince(long begun, IReadOnlyCollection<string> shown) =>
        time.GetElapsedTime(begun) > Memory || shown.Any(tag => _told.TryGetValue(tag, out var told) && told >= begun);
}
