namespace PaperDigest.Listings;

/// <summary>
/// Keeps the records of the instance's categories current: what arXiv changed since the last time, set by set, with an overlap. A set
/// that is done for the day is not asked for again, so that the job is safe to run any number of times.
/// </summary>
internal sealed class HarvestJob(Harvest harvest, HarvestCursorStore cursors, ArxivOptions options)
{
    /// <summary>arXiv's list moves while it is read; https://info.arxiv.org/help/oa/index.html advises to ask from the last response on.</summary>
    private const int OverlapDays = 2;

    /// <summary>How far back the first time goes: as far as missed listings are looked for.</summary>
    private const int FirstDays = 7;

    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (options.WhyNotToAsk() is { } why) return why;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var reports = new List<HarvestReport>();
        foreach (var category in options.CategoryList)
        {
            var last = await cursors.FindAsync(HarvestOrder.NightlyName(category), cancel);
            if (last is { FinishedAt: not null } && last.RespondedOn >= today) continue;
            var from = last?.RespondedOn?.AddDays(-OverlapDays) ?? today.AddDays(-FirstDays);
            reports.Add(await harvest.RunAsync(HarvestOrder.Nightly(category, from), now, cancel));
            // Whatever keeps arXiv from answering one set keeps it from the next.
            if (!reports[^1].IsDone) return $"{Sum(reports)} {reports[^1].Message}";
        }
        return reports.Count == 0 ? "Every set was harvested today; nothing was asked." : Sum(reports);
    }

    private static string Sum(List<HarvestReport> reports) =>
        $"{reports.Sum(r => r.Total.New)} records new, {reports.Sum(r => r.Total.Replaced)} replaced, {reports.Sum(r => r.Total.Edited)} edited, "
        + $"{reports.Sum(r => r.Total.Unchanged)} unchanged, {reports.Sum(r => r.Total.Rejected)} rejected in {reports.Count(r => r.IsDone)} sets.";
}
