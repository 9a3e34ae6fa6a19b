namespace PaperDigest.Search;

/// <summary>Brings an index to what the catalogue holds. Safe to run at any time and any number of times; one at a time.</summary>
internal sealed class IndexUpdate(CatalogueReader catalogue, ILogger<IndexUpdate> log)
{
    /// <summary>A transaction writes its papers with the time it began at, and shows them when it ends.</summary>
    private static readonly TimeSpan LongestTransaction = TimeSpan.FromMinutes(2);

    /// <summary>So few papers are compared one by one within some 20 milliseconds, whatever their stamps say.</summary>
    private const int FewPapers = 20_000;

    /// <summary>Fills an empty index: a walk over the catalogue, about 10,000 papers a second.</summary>
    public async Task FillAsync(PaperIndex index, CancellationToken cancel)
    {
        for (var after = ""; await catalogue.ReadAfterAsync(after, cancel) is { Count: > 0 } page; after = page[^1].Key)
        {
            foreach (var paper in page) index.Add(paper);
        }
        index.Publish(cancel);
    }

    /// <summary>Takes over what changed lately; returns how many papers.</summary>
    public async Task<int> CatchUpAsync(PaperIndex index, CancellationToken cancel)
    {
        if (index.View.Count < FewPapers) return await CompareAsync(index, cancel);
        var changed = 0;
        var from = new PaperStamp("", Math.Max(0, index.NewestStamp - LongestTransaction.Ticks));
        while (await catalogue.ChangedAfterAsync(from, cancel) is { Count: > 0 } page)
        {
            changed += await TakeOverAsync(index, page, cancel);
            from = page[^1];
        }
        return changed;
    }

    /// <summary>Compares the whole index with the whole catalogue, removals included; returns how many papers differed.</summary>
    public async Task<int> CompareAsync(PaperIndex index, CancellationToken cancel)
    {
        var gone = index.Keys().ToHashSet();
        var changed = 0;
        for (var after = ""; await catalogue.StampsAfterAsync(after, cancel) is { Count: > 0 } page; after = page[^1].ArxivId)
        {
            changed += await TakeOverAsync(index, page, cancel);
            foreach (var paper in page) gone.Remove(paper.ArxivId);
        }
        foreach (var id in gone) index.Remove(id);
        if (gone.Count > 0) index.Publish(cancel);
        return changed + gone.Count;
    }

    private async Task<int> TakeOverAsync(PaperIndex index, List<PaperStamp> page, CancellationToken cancel)
    {
        var changed = page.Where(p => index.StampOf(p.ArxivId) != p.Stamp).Select(p => p.ArxivId).ToList();
        if (changed.Count == 0) return 0;
        foreach (var paper in await catalogue.ReadAsync(changed, cancel)) index.Add(paper);
        index.Publish(cancel);
        log.LogDebug("Took {PaperCount} papers into the index", changed.Count);
        return changed.Count;
    }
}
