using Npgsql;

namespace PaperDigest.Listings;

/// <summary>
/// Stores a category's listing of a date with its papers, authors, categories and versions in one transaction: whole or not at
/// all. Storing it again changes nothing, and any number of processes may do it at once.
/// </summary>
internal sealed class ListingImporter(NpgsqlDataSource database)
{
    private const int Attempts = 3;

    /// <summary>Stores <paramref name="listing"/>; the first real one removes the bundled sample with it.</summary>
    public Task<ListingImport> ImportAsync(CategoryListing listing, DateTimeOffset now, CancellationToken cancel) =>
        InTransactionAsync(
            database,
            async transaction =>
            {
                await transaction.RemoveSampleAsync(cancel);
                return await transaction.StoreAsync(listing, now, cancel);
            },
            cancel);

    /// <summary>
    /// Adds to a stored listing the papers that only arXiv's records name, marked as filled in, and takes the details of all. No
    /// paper may be among them that was not announced that day or earlier.
    /// </summary>
    public Task<ListingImport> FillInAsync(CategoryListing records, DateTimeOffset now, CancellationToken cancel) =>
        InTransactionAsync(database, transaction => transaction.FillInAsync(records, now, cancel), cancel);

    /// <summary>Stores that a category announced nothing on a day, so that it is not taken for missing; whatever is stored of it stays.</summary>
    public Task StoreQuietAsync(CategoryListing listing, DateTimeOffset now, CancellationToken cancel) =>
        InTransactionAsync(database, transaction => transaction.StoreQuietAsync(listing, now, cancel), cancel);

    /// <summary>Runs <paramref name="work"/> with the catalogue to itself among writers of listings, and commits.</summary>
    internal static async Task<T> InTransactionAsync<T>(
        NpgsqlDataSource database, Func<ListingTransaction, Task<T>> work, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await ListingTransaction.BeginAsync(database, cancel);
                var result = await work(transaction);
                await transaction.CommitAsync(cancel);
                return result;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                // Votes and rankings lock the same papers in their own order. Nothing was stored; the same work succeeds after them.
            }
        }
    }
}
