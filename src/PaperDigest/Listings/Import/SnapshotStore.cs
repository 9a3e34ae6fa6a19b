using Npgsql;

namespace PaperDigest.Listings;

/// <summary>
/// Stores batches of the snapshot, each in one transaction together with the cursor, in turn with whoever else stores papers. Papers
/// that are new are copied, those that are known are merged; the first ones remove the bundled sample.
/// </summary>
internal sealed class SnapshotStore(NpgsqlDataSource database)
{
    // Trigrams of new titles wait in a list that is worked off whenever it is full: eight times the usual length halves the work.
    // Searching meanwhile reads the list from end to end, so it must not grow any longer than this.
    private const string PrepareIndexes = "SET LOCAL gin_pending_list_limit = '32MB'; SET LOCAL work_mem = '128MB'";

    /// <summary>Where to go on with a file.</summary>
    public Task<ImportPlace> BeginAsync(ImportFile file, DateTimeOffset now, CancellationToken cancel) =>
        ListingImporter.InTransactionAsync(database, transaction => ImportCursors.BeginAsync(transaction.Connection, file, now, cancel), cancel);

    /// <summary>Stores <paramref name="batch"/>, which begins at <paramref name="from"/>; returns the place after it.</summary>
    /// <exception cref="ImportOvertakenException">Another process is taking in the same file.</exception>
    public Task<ImportPlace> StoreAsync(SnapshotBatch batch, (string Fingerprint, ImportPlace Place) from, DateTimeOffset now, CancellationToken cancel) =>
        ListingImporter.InTransactionAsync(
            database,
            async transaction =>
            {
                var stored = await StorePapersAsync(transaction, batch, now, cancel);
                var total = from.Place.Total + new ImportTotals(stored.New, stored.Replaced, stored.Edited, stored.Unchanged, batch.Rejected.Count);
                var to = new ImportPlace(batch.BytesDone, batch.LinesDone, total);
                await ImportCursors.MoveAsync(transaction.Connection, from.Fingerprint, (from.Place, to), now, cancel);
                return to;
            },
            cancel);

    /// <summary>Notes that the file is in.</summary>
    public async Task FinishAsync(string fingerprint, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await ImportCursors.FinishAsync(connection, fingerprint, now, cancel);
    }

    private static async Task<RecordImport> StorePapersAsync(ListingTransaction transaction, SnapshotBatch batch, DateTimeOffset now, CancellationToken cancel)
    {
        var nothing = new RecordImport(0, 0, 0, 0);
        if (batch.Papers is []) return nothing;
        await transaction.RemoveSampleAsync(cancel);
        await transaction.ExecuteAsync(PrepareIndexes, cancel);
        var known = await FreshPapers.FindKnownAsync(transaction.Connection, batch.Papers, cancel);
        var fresh = batch.Papers.Where(p => !known.Contains(p.Id.ToString())).ToList();
        if (fresh.Count > 0) await FreshPapers.CopyAsync(transaction.Connection, fresh, now, cancel);
        var merged = known.Count == 0 ? nothing
            : await transaction.StoreAsync([.. batch.Papers.Where(p => known.Contains(p.Id.ToString()))], now, cancel);
        return merged + new RecordImport(fresh.Count, 0, 0, 0);
    }
}
