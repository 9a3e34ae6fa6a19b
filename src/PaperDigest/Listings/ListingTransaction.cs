using Npgsql;
using NpgsqlTypes;
using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// A transaction that writes listings or records. One runs at a time over all processes, so that writers of the same papers neither deadlock
/// nor see each other half done: storing takes some hundred milliseconds, fetching has to take three seconds anyway.
/// </summary>
internal sealed class ListingTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    private ListingTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_connection, _transaction) = (connection, transaction);

    public static async Task<ListingTransaction> BeginAsync(NpgsqlDataSource database, CancellationToken cancel)
    {
        var connection = await database.OpenConnectionAsync(cancel);
        try
        {
            var begun = new ListingTransaction(connection, await connection.BeginTransactionAsync(cancel));
            await begun.ExecuteAsync(ListingSql.TakeTurn, cancel);
            return begun;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>For what other importers write in the same turn.</summary>
    public NpgsqlConnection Connection => _connection;

    /// <summary>Stores one listing; see <see cref="ListingImporter"/> for what it promises.</summary>
    public Task<ListingImport> StoreAsync(CategoryListing listing, DateTimeOffset now, CancellationToken cancel) =>
        StoreAsync(new StoredFrom(listing, now), listing.Source == ListingSource.Oai ? ListingSql.LeaveOutListedBefore : null, WriteListingAsync, cancel);

    /// <summary>Adds to a stored listing what it lacks of <paramref name="records"/>, marked, and takes their details.</summary>
    public Task<ListingImport> FillInAsync(CategoryListing records, DateTimeOffset now, CancellationToken cancel) =>
        StoreAsync(new StoredFrom(records, now), ListingSql.LeaveOutListed, (from, stop) => WriteEntriesAsync(ListingSql.FillIn, from, stop), cancel);

    /// <summary>Stores papers without a listing; see <see cref="RecordImporter"/>. None may occur twice.</summary>
    public async Task<RecordImport> StoreAsync(IReadOnlyList<IncomingPaper> papers, DateTimeOffset now, CancellationToken cancel)
    {
        await IncomingPapers.CopyAsync(_connection, papers, cancel);
        var import = await MergeAsync(new StoredFrom(null, now), cancel);
        await ExecuteAsync(ListingSql.DropIncoming, cancel);
        return import;
    }

    /// <summary>Stores a listing without papers where there is none; 1 when it did.</summary>
    public Task<int> StoreQuietAsync(CategoryListing listing, DateTimeOffset now, CancellationToken cancel) =>
        ExecuteAsync(ListingSql.StoreQuiet, new StoredFrom(listing, now), cancel);

    /// <summary>Whether anything of the sample is stored.</summary>
    public Task<bool> HasSampleAsync(CancellationToken cancel) => AsksTrueAsync(ListingSql.HasSample, cancel);

    /// <summary>Whether any paper or day is stored that did not come with the sample.</summary>
    public Task<bool> HasRealPapersAsync(CancellationToken cancel) => AsksTrueAsync(ListingSql.HasRealPapers, cancel);

    /// <summary>Asks a question that is answered by yes or no.</summary>
    public async Task<bool> AsksTrueAsync(string sql, CancellationToken cancel) => (bool)(await ScalarAsync(sql, null, cancel))!;

    /// <summary>Removes the sample with all that hangs on it; does nothing when there is none.</summary>
    public async Task RemoveSampleAsync(CancellationToken cancel)
    {
        if (!await HasSampleAsync(cancel)) return;
        await ExecuteAsync(ListingSql.RemoveSample, cancel);
    }

    public Task<int> ExecuteAsync(string sql, CancellationToken cancel) => ExecuteAsync(sql, null, cancel);

    public Task CommitAsync(CancellationToken cancel) => _transaction.CommitAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task<RecordImport> MergeAsync(StoredFrom from, CancellationToken cancel)
    {
        foreach (var statement in PaperMerge.Statements) await ExecuteAsync(statement, from, cancel);
        await using var command = Command(PaperMerge.Count, null);
        await using var counts = await command.ExecuteReaderAsync(cancel);
        await counts.ReadAsync(cancel);
        return new RecordImport((int)counts.GetInt64(0), (int)counts.GetInt64(1), (int)counts.GetInt64(2), (int)counts.GetInt64(3));
    }

    private async Task<ListingImport> StoreAsync(
        StoredFrom from, string? leaveOut, Func<StoredFrom, CancellationToken, Task<List<string>>> writeAsync, CancellationToken cancel)
    {
        var listing = from.Listing!;
        var papers = listing.Papers.DistinctBy(p => p.Id).Select(p => IncomingPaper.Of(p, listing.Date)).ToList();
        await IncomingPapers.CopyAsync(_connection, papers, cancel);

        var notAnnounced = leaveOut is null ? 0 : await ExecuteAsync(leaveOut, from, cancel);
        var merged = await MergeAsync(from, cancel);

        var written = await writeAsync(from, cancel);
        var missing = Convert.ToInt32(await ScalarAsync(ListingSql.CountMissing, from, cancel), null);
        if (written.Count > 0 || merged.Unchanged < papers.Count) await ExecuteAsync(ListingSql.CountDay, from, cancel);
        await ExecuteAsync(ListingSql.DropIncoming, cancel);
        return new ListingImport(
            written.Count(s => s == "new"), written.Count(s => s == "cross"), written.Count(s => s is "replace" or "replace_cross"),
            papers.Count - notAnnounced - written.Count) { Missing = missing, NotAnnounced = notAnnounced };
    }

    private async Task<List<string>> WriteListingAsync(StoredFrom from, CancellationToken cancel)
    {
        await ExecuteAsync(ListingSql.MarkRebuiltLeftOut, from, cancel);
        await ExecuteAsync(ListingSql.StoreListing, from, cancel);
        return await WriteEntriesAsync(ListingSql.StoreEntries, from, cancel);
    }

    /// <summary>The sections of the entries that were inserted or changed.</summary>
    private async Task<List<string>> WriteEntriesAsync(string sql, StoredFrom from, CancellationToken cancel)
    {
        var sections = new List<string>();
        await using (var command = Command(sql, from))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel)) sections.Add(reader.GetString(0));
        }
        if (sections.Count > 0) await ExecuteAsync(ListingSql.CountListing, from, cancel);
        return sections;
    }

    private async Task<int> ExecuteAsync(string sql, StoredFrom? from, CancellationToken cancel)
    {
        await using var command = Command(sql, from);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<object?> ScalarAsync(string sql, StoredFrom? from, CancellationToken cancel)
    {
        await using var command = Command(sql, from);
        return await command.ExecuteScalarAsync(cancel);
    }

    private NpgsqlCommand Command(string sql, StoredFrom? from)
    {
        var command = new NpgsqlCommand(sql, _connection, _transaction);
        if (from is null) return command;
        var (listing, now) = from;
        command.Parameters.Add(new NpgsqlParameter("date", NpgsqlDbType.Date) { Value = listing is null ? DBNull.Value : listing.Date });
        command.Parameters.Add(new NpgsqlParameter<bool>("sample", listing?.Source == ListingSource.Sample));
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("now", now));
        if (listing is null) return command;
        command.Parameters.Add(new NpgsqlParameter<string>("category", listing.Category));
        command.Parameters.Add(new NpgsqlParameter<string>("source", NpgsqlDbType.Text) { TypedValue = Word(listing.Source) });
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset>("announced", AnnouncementTime.Of(listing.Date)));
        return command;
    }

    private static string Word(ListingSource source) => source switch
    {
        ListingSource.Feed => "feed",
        ListingSource.Oai => "oai",
        ListingSource.Sample => "sample",
        _ => throw new ArgumentOutOfRangeException(nameof(source), source, null),
    };

    /// <summary>The listing that is stored, null for records without one.</summary>
    private sealed record StoredFrom(CategoryListing? Listing, DateTimeOffset Now);
}
