using Npgsql;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Stores full records in one transaction, by the rules of <see cref="PaperMerge"/> and in turn with whoever stores listings. The same
/// records again change nothing, in whatever order they come.
/// </summary>
internal sealed class RecordImporter(NpgsqlDataSource database)
{
    /// <summary>
    /// Stores <paramref name="records"/>; of several of one paper the latest. Records that only say that a paper is gone are passed over.
    /// The first real ones remove the bundled sample with them.
    /// </summary>
    /// <param name="alsoInThisTransaction">What is to be stored together with the records or not at all, such as how far a harvest got. It may run
    /// again, in another transaction, when the first one was rolled back.</param>
    public Task<RecordImport> StoreAsync(
        IReadOnlyList<ArxivRecord> records, Func<NpgsqlConnection, RecordImport, CancellationToken, Task>? alsoInThisTransaction, DateTimeOffset now,
        CancellationToken cancel)
    {
        var papers = records.Where(r => !r.IsDeleted).GroupBy(r => r.Id).Select(Latest).Select(IncomingPaper.Of).ToList();
        return ListingImporter.InTransactionAsync(
            database,
            async transaction =>
            {
                if (papers.Count > 0) await transaction.RemoveSampleAsync(cancel);
                var import = papers.Count > 0 ? await transaction.StoreAsync(papers, now, cancel) : new RecordImport(0, 0, 0, 0);
                if (alsoInThisTransaction is not null) await alsoInThisTransaction(transaction.Connection, import, cancel);
                return import;
            },
            cancel);
    }

    private static ArxivRecord Latest(IEnumerable<ArxivRecord> ofOnePaper) =>
        ofOnePaper.OrderBy(r => r.Datestamp).ThenBy(r => r.Versions.Count > 0 ? r.Versions[^1].Number : 0).Last();
}
