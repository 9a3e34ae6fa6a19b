using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperDigest.Database;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Keeps a row of each run from its first moment, whichever way it brings papers in, and the records that it could not take in.
/// A run without an end was killed.
/// </summary>
internal sealed class RunLog(IDbContextFactory<PaperDigestDb> databases, TimeProvider time)
{
    /// <summary>No run keeps more: a file of another kind would have millions. How many there were is in its report.</summary>
    public const int MostRejected = 1000;

    // By the index on rejected_records (run_id, id).
    private const string Reject =
        """
        INSERT INTO rejected_records (run_id, reason, excerpt, record, noted_at)
        SELECT @run, item.reason, item.excerpt, item.record, @now
        FROM unnest(@reasons, @excerpts, @records) WITH ORDINALITY AS item(reason, excerpt, record, number)
        ORDER BY item.number
        LIMIT greatest(0, @most - (SELECT count(*) FROM rejected_records WHERE run_id = @run))
        """;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        // Titles with accents stay readable; what is written here is never put into a page as it is.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>A report as runs keep it and verbs print it.</summary>
    public static string Json<T>(T report) => JsonSerializer.Serialize(report, Format);

    /// <returns>The row's key, to end it with.</returns>
    public async Task<Guid> BeginAsync(RunStart start, DateTimeOffset now, CancellationToken cancel)
    {
        var run = new IngestRun { Id = Guid.CreateVersion7(), Kind = start.Kind, Source = start.Source, Day = start.Day, StartedAt = now };
        await using var db = await databases.CreateDbContextAsync(cancel);
        db.IngestRuns.Add(run);
        await db.SaveChangesAsync(cancel);
        return run.Id;
    }

    /// <summary>Keeps what could not be taken in, the first <see cref="MostRejected"/> of a run over all calls.</summary>
    public async Task RejectAsync(Guid run, IReadOnlyCollection<RejectedItem> items, CancellationToken cancel)
    {
        if (items.Count == 0) return;
        RejectedItem[] kept = [.. items.Take(MostRejected)];
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(
            Reject,
            [
                new NpgsqlParameter("run", run), new NpgsqlParameter("now", time.GetUtcNow()), new NpgsqlParameter("most", MostRejected),
                new NpgsqlParameter("reasons", kept.Select(i => i.Reason).ToArray()), new NpgsqlParameter("excerpts", kept.Select(i => i.Excerpt).ToArray()),
                new NpgsqlParameter("records", kept.Select(i => i.Record).ToArray()),
            ],
            cancel);
    }

    /// <summary>
    /// Ends a run with its report, a JSON object (<see cref="Json"/>) of any shape. The pages know two of its properties: <c>message</c>,
    /// the outcome in a sentence, and <c>total</c>, an object of counts by name; the rest they show as it is.
    /// </summary>
    public async Task EndAsync(Guid run, IngestOutcome outcome, string report, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.IngestRuns.Where(r => r.Id == run).ExecuteUpdateAsync(
            r => r.SetProperty(x => x.EndedAt, time.GetUtcNow()).SetProperty(x => x.Outcome, outcome).SetProperty(x => x.Report, report), cancel);
    }
}
