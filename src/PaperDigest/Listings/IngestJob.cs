using System.Globalization;

namespace PaperDigest.Listings;

/// <summary>
/// Takes listings in as they come: today's from the feeds, missed days from arXiv's records, and compares what is in with these.
/// Which are due is in their watches; a look when none is costs three small queries. Safe to run twice and beside itself: a due
/// listing goes to one runner, and taking it in again changes nothing.
/// </summary>
internal sealed class IngestJob(DayTry days, Watches watches, SourceGate gate, ArxivOptions options)
{
    /// <summary>A shorter one is waited for by whoever asks.</summary>
    private static readonly TimeSpan ShortRest = TimeSpan.FromMinutes(5);

    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (options.WhyNotToAsk() is { } why) return why;
        await watches.PlanAsync(options.CategoryList, now, cancel);
        if (await WhyWaitAsync(now, cancel) is { } wait) return wait;
        var due = await watches.TakeDueAsync(options.CategoryList, now, cancel);
        if (due.Count == 0) return await NothingDueAsync(cancel);
        var said = new List<string>();
        foreach (var day in due.GroupBy(w => w.Date)) said.AddRange(await days.RunAsync(day.Key, [.. day], now, cancel));
        return string.Join(' ', said);
    }

    /// <summary>
    /// What keeps arXiv from being asked at all: it is announcing, or it turned requests away and is left alone. Tries that were
    /// due by then wait for its end, and readers are told so.
    /// </summary>
    private async Task<string?> WhyWaitAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (TrySchedule.AfterTheRush(now) is var free && free > now) return $"arXiv announces about now and is left alone until {InWords(free)}.";
        if ((await gate.BlockedAsync(cancel)).FirstOrDefault(b => b.Source == SourceGate.Arxiv && b.Until - now > ShortRest) is not { } blocked) return null;
        await watches.PostponeAsync(options.CategoryList, blocked.Until, cancel);
        return blocked.InWords;
    }

    private async Task<string> NothingDueAsync(CancellationToken cancel) =>
        await watches.NextAsync(options.CategoryList, cancel) is { } next
            ? $"Nothing is due before {InWords(next)}; nothing was asked."
            : "Every listing that was waited for is settled; nothing was asked.";

    private static string InWords(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
