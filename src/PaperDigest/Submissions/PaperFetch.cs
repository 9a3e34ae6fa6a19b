using Npgsql;
using PaperDigest.Listings;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Submissions;

/// <summary>Brings one paper into the catalogue while somebody waits: by the query API, in its turn among all requests to arXiv.</summary>
internal sealed class PaperFetch(ArxivSource arxiv, RecordImporter importer, ArxivOptions options, NpgsqlDataSource database)
{
    /// <summary>How long a person waits for arXiv's turn and answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(25);

    /// <summary>Null when the paper is in the catalogue now; otherwise why it is not.</summary>
    public async Task<SubmitOutcome?> EnsureAsync(ArxivId id, DateTimeOffset now, CancellationToken cancel)
    {
        if (await IsKnownAsync(id, cancel)) return null;
        if (options.WhyNotToAsk(options.ApiUrl) is not null) return SubmitOutcome.SourceAway;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            var page = await arxiv.DetailsAsync([id], patience.Token);
            // arXiv's word that there is no such id is a refusal of the request.
            if (page.Refusal is { } refusal) return refusal.Kind == RefusalKind.RequestRefused ? SubmitOutcome.NoSuchPaper : SubmitOutcome.SourceAway;
            if (page.Records.Count == 0) return SubmitOutcome.NoSuchPaper;
            await importer.StoreAsync(page.Records, alsoInThisTransaction: null, now, cancel);
            return null;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return SubmitOutcome.SourceAway;
        }
    }

    private async Task<bool> IsKnownAsync(ArxivId id, CancellationToken cancel)
    {
        // By the primary key. The bundled sample is no catalogue.
        await using var command = database.CreateCommand("SELECT 1 FROM papers WHERE arxiv_id = $1 AND NOT is_sample");
        command.Parameters.Add(new() { Value = id.ToString() });
        return await command.ExecuteScalarAsync(cancel) is not null;
    }
}
