using Microsoft.Extensions.DependencyInjection;
using PaperDigest.Site;

namespace PaperDigest.Tests.Site;

public sealed class PageStoreTests
{
    private static readonly byte[] Page = [1, 2, 3];
    private readonly Ticking _clock = new();
    private readonly PageStore _store;

    public PageStoreTests()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddOutputCache().AddSingleton<TimeProvider>(_clock);
        PageStore.Register(services);
        _store = services.BuildServiceProvider().GetRequiredService<PageStore>();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_was_begun_before_a_change_to_it_is_not_kept()
    {
        var begun = _store.BegunNow();
        _clock.Seconds++;
        await _store.EvictByTagAsync("p:1", Cancel);
        Assert.Null(await KeptAsync(begun, "p:1", "p:2"));
    }

    [Fact]
    public async Task A_change_to_something_else_keeps_no_page_out()
    {
        var begun = _store.BegunNow();
        _clock.Seconds++;
        await _store.EvictByTagAsync("p:3", Cancel);
        Assert.Equal(Page, await KeptAsync(begun, "p:1"));
    }

    [Fact]
    public async Task A_page_begun_after_the_change_is_kept_until_the_next()
    {
        await _store.EvictByTagAsync("p:1", Cancel);
        _clock.Seconds++;
        Assert.Equal(Page, await KeptAsync(_store.BegunNow(), "p:1"));
        _clock.Seconds++;
        await _store.EvictByTagAsync("p:1", Cancel);
        Assert.Null(await _store.GetAsync("key", Cancel));
    }

    [Fact]
    public async Task What_took_longer_to_make_than_changes_are_remembered_is_not_kept()
    {
        var begun = _store.BegunNow();
        _clock.Seconds += 61;
        Assert.Null(await KeptAsync(begun, "p:1"));
    }

    private async Task<byte[]?> KeptAsync(string begun, params string[] tags)
    {
        await _store.SetAsync("key", Page, [begun, .. tags], TimeSpan.FromMinutes(5), Cancel);
        return await _store.GetAsync("key", Cancel);
    }

    /// <summary>A clock whose timestamps are the test's.</summary>
    private sealed class Ticking : TimeProvider
    {
        public long Seconds { get; set; } = 1000;

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
