using Microsoft.EntityFrameworkCore;
using PaperDigest.Catalogue;
using PaperDigest.Database;
using PaperDigest.Sources.HuggingFace;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in today's list of Hugging Face as it fills, and looks again at those of the last month. Safe to run twice and beside
/// itself, as <see cref="CuratedIngest"/> is.
/// </summary>
internal sealed class CuratedJob(CuratedIngest ingest, HuggingFaceOptions options, IDbContextFactory<PaperDigestDb> databases)
{
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        if (!options.Enabled) return "Hugging Face's daily papers are not taken in: HuggingFace__Enabled is not true.";
        var due = ObservationSchedule.Due(await SeenAsync(DailyPapersDate.At(now), cancel), now);
        var said = new List<string>();
        foreach (var date in due)
        {
            var report = await ingest.RunAsync(date, null, now, cancel);
            said.Add(report.Message);
            // Whatever keeps one list away keeps the others away; the next firing tries again.
            if (!report.IsDone) break;
        }
        return said is [] ? "No list of Hugging Face's is due." : string.Join(' ', said);
    }

    /// <summary>When the lists of the last weeks were looked at: as many rows as days.</summary>
    private async Task<Dictionary<DateOnly, DateTimeOffset>> SeenAsync(DateOnly today, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.CuratedListings.AsNoTracking()
            .Where(l => l.List == CuratedList.HuggingFace && l.Date >= today.AddDays(-ObservationSchedule.DaysBack))
            .ToDictionaryAsync(l => l.Date, l => l.ObservedAt, cancel);
    }
}
