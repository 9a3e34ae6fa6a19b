using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PaperDigest.Database;

namespace PaperDigest.Listings;

/// <summary>Keeps a row of each run from its first moment: a run without an end was killed.</summary>
internal sealed class IngestRuns(IDbContextFactory<PaperDigestDb> databases, TimeProvider time)
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // Titles with accents stay readable; what is written here is never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static string Json(IngestReport report) => JsonSerializer.Serialize(report, Format);

    /// <returns>The row's key, to end it with.</returns>
    public async Task<Guid> BeginAsync(DateOnly day, DateTimeOffset now, CancellationToken cancel)
    {
        var run = new IngestRun { Id = Guid.CreateVersion7(), Day = day, StartedAt = now };
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.IngestRuns.Add(run);
        await db.SaveChangesAsync(cancel);
        return run.Id;
    }

    public async Task EndAsync(Guid run, IngestReport report, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.IngestRuns.Where(r => r.Id == run).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.EndedAt, time.GetUtcNow()).SetProperty(x => x.Outcome, report.Outcome).SetProperty(x => x.Report, Json(report)), cancel);
    }
}
