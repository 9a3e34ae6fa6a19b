using Microsoft.Extensions.Caching.Memory;

namespace PaperDigest.Site;

/// <summary>
/// Keeps what pages are made of and everybody shares, so that a page with somebody's own votes on it costs little more than the page
/// for everybody. An entry is given out for half a minute, until something that it shows changes.
/// </summary>
internal sealed class PageMemory(RecentChanges recent, PageChanges told, TimeProvider time) : IDisposable
{
    /// <summary>Fifty cards with their markup are some 250 KB: at most some 60 MB.</summary>
    private const int MostEntries = 256;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = MostEntries });

    /// <summary>What is kept under the key, or else is made now; <paramref name="make"/> adds the tags of what it shows, which the answer shows then.</summary>
    public async Task<T> GetAsync<T>(HttpContext answer, string key, Func<ICollection<string>, Task<T>> make) where T : class
    {
        var entry = Kept(key) ?? await MakeAsync(key, make);
        foreach (var tag in entry.Shown) answer.Shows(tag);
        return (T)entry.Value;
    }

    private Entry? Kept(string key) =>
        told.IsListening && _entries.TryGetValue(key, out Entry? kept) && time.GetUtcNow() - kept!.At < Lifetime && !recent.AnySince(kept.Begun, kept.Shown)
            ? kept
            : null;

    private async Task<Entry> MakeAsync<T>(string key, Func<ICollection<string>, Task<T>> make) where T : class
    {
        var begun = recent.Now();
        var shown = new List<string> { PageTags.All };
        var at = time.GetUtcNow();
        var entry = new Entry(await make(shown), at, begun, shown);
        if (told.IsListening) _entries.Set(key, entry, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Lifetime });
        return entry;
    }

    public void Dispose() => _entries.Dispose();

    private sealed record Entry(object Value, DateTimeOffset At, long Begun, IReadOnlyCollection<string> Shown);
}
