namespace PaperDigest.Search;

/// <summary>
/// The job that trains the encoder on the catalogue when it is due, on one core at the lowest priority: some minutes for 100,000
/// papers. Safe to run twice: the later replaces the earlier.
/// </summary>
internal sealed class TrainEncoder(CatalogueReader catalogue, EncoderStore encoders)
{
    /// <summary>Returns what came of it, in a sentence.</summary>
    public async Task<string> RunAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var papers = await encoders.CountPapersAsync(cancel);
        if (papers < EncoderTraining.FewestPapers) return $"{papers} papers are too few to learn from; {EncoderTraining.FewestPapers} are needed.";
        if (await encoders.StateAsync(cancel) is { } state && !state.IsDue(papers, now)) return $"The encoder of {state.TrainedAt:yyyy-MM-dd} still serves.";
        var index = new PaperIndex();
        await foreach (var paper in catalogue.ReadNewestAsync(TrainingTexts.MostPapers, cancel)) index.Add(paper);
        var model = await BackgroundThread.RunAsync(() => Train(index, cancel));
        if (model is null) return "The papers have too few words in common to learn from.";
        await encoders.StoreAsync(model, new EncoderState(now, papers), cancel);
        return $"Trained an encoder of {model.Terms.Count} terms on {papers} papers.";
    }

    private static EncoderModel? Train(PaperIndex index, CancellationToken cancel)
    {
        index.Publish(cancel);
        return index.Train(cancel);
    }
}
