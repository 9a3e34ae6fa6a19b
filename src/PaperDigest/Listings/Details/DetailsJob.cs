using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Asks arXiv's query API for what feeds and curated lists do not carry: first submission, comments, journal reference, DOI, categories.
/// Each answer is stored in one transaction with the note that its papers were asked for; safe to run twice and beside itself.
/// </summary>
internal sealed class DetailsJob(ArxivSource arxiv, PapersToDetail papers, RunLog runs, ArxivOptions options)
{
    /// <summary>A run ends after this number of batches, two thousand papers; the next goes on.</summary>
    private const int MostBatches = 20;

    /// <summary>Says what came of it, in a sentence. A run that has nothing to ask leaves no row.</summary>
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (options.WhyNotToAsk(options.ApiUrl) is { } why) return why;
        var batch = await papers.NextAsync(ArxivApiClient.MostPapers, now, cancel);
        if (batch.Count == 0) return "No paper lacks what arXiv's query API could tell.";
        var run = await runs.BeginAsync(new RunStart(RunKind.Details, new Uri(options.ApiUrl).Host), now, cancel);
        var report = new DetailsReport();
        for (var batches = 1; batch.Count > 0; batches++)
        {
            var page = await arxiv.DetailsAsync(batch, cancel);
            report = report.With(batch.Count, page, await papers.StoreAsync(batch, page, now, cancel));
            await runs.RejectAsync(run, page.Rejected, cancel);
            if (page.Refusal is not null || batches == MostBatches) break;
            batch = await papers.NextAsync(ArxivApiClient.MostPapers, now, cancel);
        }
        await runs.EndAsync(run, report.Outcome, RunLog.Json(report), cancel);
        return report.Message;
    }
}
