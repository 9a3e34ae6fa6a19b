using System.Diagnostics;

namespace PaperDigest.Tests.Support;

/// <summary>Waits for what another process does, as briefly as it takes.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Returns as soon as <paramref name="holds"/>; fails with <paramref name="what"/> when it does not come to hold.</summary>
    public static Task Async(Func<bool> holds, string what) => Async(() => Task.FromResult(holds()), what);

    /// <inheritdoc cref="Async(Func{bool}, string)"/>
    public static async Task Async(Func<Task<bool>> holds, string what)
    {
        var waited = Stopwatch.StartNew();
        while (!await holds())
        {
            Assert.True(waited.Elapsed < Patience, $"Waited {Patience.TotalSeconds} s in vain: {what}.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
