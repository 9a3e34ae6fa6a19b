using System.Text.Json;
using Npgsql;

namespace PaperDigest.Listings;

/// <summary>
/// The listings that come with the program, so that a first start shows pages full of papers without the internet. They are marked
/// as a sample and go, with all that hangs on them, at one click or with the first real listing.
/// </summary>
internal sealed class Sample(NpgsqlDataSource database, ArxivOptions options)
{
    private const string Resource = "PaperDigest.Listings.Sample.sample.json";

    // Whoever removed the sample does not want it back at the next start.
    private const string Remember =
        "INSERT INTO instance_keys (name, value) VALUES ('sample-removed', 'yes') ON CONFLICT (name) DO NOTHING";

    private const string Forget = "DELETE FROM instance_keys WHERE name = 'sample-removed'";
    private const string WasRemoved = "SELECT EXISTS (SELECT FROM instance_keys WHERE name = 'sample-removed')";

    /// <summary>The days as they come with the program, oldest first.</summary>
    public static IReadOnlyList<SampleDay> Read()
    {
        using var json = typeof(Sample).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Bundle>(json, JsonSerializerOptions.Web)!.Days;
    }

    /// <summary>Stores the sample in one transaction, unless it is there or real papers are.</summary>
    public Task<SampleOutcome> LoadAsync(DateTimeOffset now, CancellationToken cancel) =>
        ListingImporter.InTransactionAsync(database, transaction => LoadAsync(transaction, now, cancel), cancel);

    /// <summary>The same, unless somebody removed the sample before.</summary>
    public Task<SampleOutcome> LoadFirstTimeAsync(DateTimeOffset now, CancellationToken cancel) =>
        ListingImporter.InTransactionAsync(
            database,
            async transaction => await transaction.AsksTrueAsync(WasRemoved, cancel) ? SampleOutcome.RemovedBefore : await LoadAsync(transaction, now, cancel),
            cancel);

    /// <summary>Removes the sample in one transaction; does nothing when it is not there.</summary>
    public Task<bool> RemoveAsync(CancellationToken cancel) =>
        ListingImporter.InTransactionAsync(
            database,
            async transaction =>
            {
                if (!await transaction.HasSampleAsync(cancel)) return false;
                await transaction.RemoveSampleAsync(cancel);
                await transaction.ExecuteAsync(Remember, cancel);
                return true;
            },
            cancel);

    private async Task<SampleOutcome> LoadAsync(ListingTransaction transaction, DateTimeOffset now, CancellationToken cancel)
    {
        if (await transaction.HasRealPapersAsync(cancel)) return SampleOutcome.RealPapersThere;
        if (await transaction.HasSampleAsync(cancel)) return SampleOutcome.AlreadyThere;
        foreach (var listing in Read().SelectMany(day => day.Listings(options.CategoryList)))
            await transaction.StoreAsync(listing, now, cancel);
        await transaction.ExecuteAsync(Forget, cancel);
        return SampleOutcome.Loaded;
    }

    private sealed record Bundle(IReadOnlyList<SampleDay> Days);
}

/// <summary>What came of loading the sample.</summary>
internal enum SampleOutcome
{
    Loaded,
    AlreadyThere,

    /// <summary>The catalogue holds real papers, beside which the sample has no place.</summary>
    RealPapersThere,

    /// <summary>Somebody removed it; it comes back only when asked for.</summary>
    RemovedBefore,
}
