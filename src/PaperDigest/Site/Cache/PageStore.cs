using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;

namespace PaperDigest.Site;

/// <summary>
/// Keeps cached answers in the framework's own store, and refuses one that was made before a change to what it shows was told:
/// without that, a page that is being rendered while a vote comes in would be stored after the vote dropped it, and stay wrong.
/// </summary>
internal sealed class PageStore(IOutputCacheStore inner, RecentChanges changes) : IOutputCacheStore
{
    private const string Begun = "begun:";

    private readonly Lock _lock = new();

    /// <summary>The tag by which an answer says when its making began, before anything was read for it.</summary>
    public string BegunNow() => Begun + changes.Now().ToString(CultureInfo.InvariantCulture);

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => inner.GetAsync(key, cancellationToken);

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        var begun = tags?.FirstOrDefault(t => t.StartsWith(Begun, StringComparison.Ordinal));
        var shown = tags?.Where(t => t != begun).ToArray() ?? [];
        // The inner store works in memory and is done when it returns; what it does has to happen before the next change is told.
        lock (_lock)
        {
            if (begun is not null && changes.AnySince(long.Parse(begun.AsSpan(Begun.Length), CultureInfo.InvariantCulture), shown)) return ValueTask.CompletedTask;
            return inner.SetAsync(key, value, shown, validFor, cancellationToken);
        }
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            changes.Note(tag);
            return inner.EvictByTagAsync(tag, cancellationToken);
        }
    }

    /// <summary>Puts this before the store that is registered.</summary>
    public static void Register(IServiceCollection services)
    {
        var registered = services.Last(s => s.ServiceType == typeof(IOutputCacheStore));
        services.Remove(registered);
        services.AddSingleton<RecentChanges>();
        services.AddSingleton(provider => new PageStore((IOutputCacheStore)registered.ImplementationFactory!(provider), provider.GetRequiredService<RecentChanges>()));
        services.AddSingleton<IOutputCacheStore>(provider => provider.GetRequiredService<PageStore>());
    }
}
