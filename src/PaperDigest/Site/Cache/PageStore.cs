using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace PaperDigest.Site;

/// <summary>
/// Keeps cached answers in the framework's own store, and refuses one that was made before a change to what it shows was told:
/// without that, a page that is being rendered while a vote comes in would be stored after the vote dropped it, and stay wrong.
/// </summary>
internal sealed class PageStore(IOutputCacheStore inner, TimeProvider time) : IOutputCacheStore
{
    private const string Begun = "begun:";

    /// <summary>How long a change is remembered. Whatever took longer to make than this is not kept.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();

    // As many as changes were told in a minute.
    private readonly Dictionary<string, long> _changes = new(StringComparer.Ordinal);
    private long _tidied;

    /// <summary>The tag by which an answer says when its making began, before anything was read for it.</summary>
    public string BegunNow() => Begun + time.GetTimestamp().ToString(CultureInfo.InvariantCulture);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var shown = tags?.Where(t => !t.StartsWith(Begun, StringComparison.Ordinal)).ToArray() ?? [];
        // The inner store works in memory and is done when it returns; what it does has to happen before the next change is told.
        lock (_lock)
        {
            if (tags?.FirstOrDefault(t => t.StartsWith(Begun, StringComparison.Ordinal)) is { } begun && IsOutdated(begun, shown)) return ValueTask.CompletedTask;
            return inner.SetAsync(key, value, shown, validFor, cancellationToken);
        }
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var now = time.GetTimestamp();
            _changes[tag] = now;
            if (time.GetElapsedTime(_tidied, now) > Memory) Tidy(now);
            return inner.EvictByTagAsync(tag, cancellationToken);
        }
    }

    private bool IsOutdated(string begunTag, string[] shown)
    {
        var begun = long.Parse(begunTag.AsSpan(Begun.Length), CultureInfo.InvariantCulture);
        if (time.GetElapsedTime(begun) > Memory) return true;
        return shown.Any(tag => _changes.TryGetValue(tag, out var changed) && changed >= begun);
    }

    private void Tidy(long now)
    {
        _tidied = now;
        foreach (var (tag, changed) in _changes)
        {
            if (time.GetElapsedTime(changed, now) > Memory) _changes.Remove(tag);
        }
    }

    /// <summary>Puts this before the store that is registered.</summary>
    public static void Register(IServiceCollection services)
    {
        var registered = services.Last(s => s.ServiceType == typeof(IOutputCacheStore));
        services.Remove(registered);
        services.AddSingleton(provider => new PageStore((IOutputCacheStore)registered.ImplementationFactory!(provider), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IOutputCacheStore>(provider => provider.GetRequiredService<PageStore>());
    }
}
