using Npgsql;

namespace PaperDigest.Listings;

/// <summary>
/// Stores batches of the snapshot, each in one transaction together with the cursor, in turn with whoever else stores papers. Papers
/// that are new are copied, those that are known are merged; the first ones remove the bundled sample.
/// </summary>
internal sealed class SnapshotStore(NpgsqlDataSource database)
{
    private const string Known = "SELECT arxiv_id FROM papers WHERE arxiv_id = ANY (@ids)";

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
        var known = await FindKnownAsync(transaction.Connection, batch.Papers, cancel);
        var places = Enumerable.Range(0, batch.Papers.Count).ToLookup(place => known.Contains(batch.Papers[place].Id.ToString()));
        List<int> fresh = [.. places[false]];
        if (fresh.Count > 0) await batch.Fresh.CopyAsync(transaction.Connection, fresh, cancel);
        var merged = known.Count == 0 ? nothing : await transaction.StoreAsync([.. places[true].Select(place => batch.Papers[place])], now, cancel);
        return merged + new RecordImport(fresh.Count, 0, 0, 0);
    }

    /// <summary>Those of <paramref name="papers"/> that the catalogue has. By primary key.</summary>
    private static async Task<IReadOnlySet<string>> FindKnownAsync(NpgsqlConnection connection, IReadOnlyList<IncomingPaper> papers, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Known, connection);
        command.Parameters.AddWithValue("ids", papers.Select(p => p.Id.ToString()).ToArray());
        var known = new HashSet<string>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) known.Add(rows.GetString(0));
        return known;
    }
}
