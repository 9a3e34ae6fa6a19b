using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PaperDigest.Database;

namespace PaperDigest.Listings;

/// <summary>Reads runs and what they rejected for the pages, a page at a time and each by an index.</summary>
internal sealed class RunQueries(NpgsqlDataSource database, IDbContextFactory<PaperDigestDb> databases)
{
    // Of each report only what a list shows: a whole one may be long.
    private const string Columns = "id, kind, started_at, source, day, ended_at, outcome, report ->> 'message', report -> 'total'";

    // By ix_ingest_runs_started_at_id.
    private const string Newest =
        $"SELECT {Columns} FROM ingest_runs WHERE (started_at, id) < (@started, @id) ORDER BY started_at DESC, id DESC LIMIT @take";

    // By ix_ingest_runs_kind_started_at_id.
    private const string NewestOfKind =
        $"SELECT {Columns} FROM ingest_runs WHERE kind = @kind AND (started_at, id) < (@started, @id) ORDER BY started_at DESC, id DESC LIMIT @take";

    private const string One = $"SELECT {Columns}, report::text FROM ingest_runs WHERE id = @id";

    /// <summary>Runs that started before a place, of one kind or of all, newest first.</summary>
    public async Task<IReadOnlyList<RunSummary>> NewestAsync(RunKind? kind, RunPlace before, int take, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(kind is null ? Newest : NewestOfKind);
        if (kind is { } wanted) command.Parameters.AddWithValue("kind", Word(wanted));
        command.Parameters.AddWithValue("started", before.StartedAt);
        command.Parameters.AddWithValue("id", before.Id);
        command.Parameters.AddWithValue("take", take);
        var runs = new List<RunSummary>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel)) runs.Add(Read(row));
        return runs;
    }

    /// <summary>A run with its report; null when there is none of that id.</summary>
    public async Task<RunDetail?> FindAsync(Guid id, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(One);
        command.Parameters.AddWithValue("id", id);
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        return new RunDetail(Read(row), row.IsDBNull(9) ? null : RunReport.Parse(row.GetString(9)));
    }

    /// <summary>What a run rejected, in order, after the record of an id (0: from the first). By ix_rejected_records_run_id_id.</summary>
    public async Task<IReadOnlyList<RejectedRecord>> RejectedAsync(Guid run, long after, int take, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.RejectedRecords.AsNoTracking().Where(r => r.RunId == run && r.Id > after).OrderBy(r => r.Id).Take(take).ToListAsync(cancel);
    }

    /// <summary>A kind as it is stored and stands in addresses.</summary>
    public static string Word(RunKind kind) => kind.ToString().ToLowerInvariant();

    private static RunSummary Read(NpgsqlDataReader row) =>
        new(row.GetGuid(0), Enum.Parse<RunKind>(row.GetString(1), ignoreCase: true), row.GetFieldValue<DateTimeOffset>(2))
        {
            Source = row.IsDBNull(3) ? null : row.GetString(3),
            Day = row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
            EndedAt = row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5),
            Outcome = row.IsDBNull(6) ? null : Enum.Parse<IngestOutcome>(row.GetString(6), ignoreCase: true),
            Message = row.IsDBNull(7) ? null : row.GetString(7),
            Total = row.IsDBNull(8) ? [] : Counts(row.GetString(8)),
        };

    private static IReadOnlyList<ReportCount> Counts(string json)
    {
        using var total = JsonDocument.Parse(json);
        return RunReport.CountsOf(total.RootElement);
    }
}
