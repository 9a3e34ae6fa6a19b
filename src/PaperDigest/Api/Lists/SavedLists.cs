using PaperDigest.Community;

namespace PaperDigest.Api;

/// <summary>Reads what a reader saved as a list to give out, with the reader's tags and notes.</summary>
internal sealed class SavedLists(SavedQueries saved, PaperShelf shelf)
{
    /// <param name="path">The address under which the list is given out; feeds say it.</param>
    public async Task<PaperList> ReadAsync(Guid? reader, SavedChoice choice, ListForm form, string path, CancellationToken cancel)
    {
        // A file is the reader's own to take away, whole: some fifteen megabytes with abstracts when it is full.
        var most = form.IsFile || form.Name == "md" ? SavedPapers.Most : form.Papers.Usual;
        var kept = reader is { } id ? await saved.AllAsync(id, choice, most, cancel) : [];
        var byId = kept.ToDictionary(k => k.ArxivId);
        var papers = await shelf.TakeAsync([.. kept.Select(k => k.ArxivId)], cancel);
        var query = Query(choice);
        return new PaperList(new PaperListQuery { Take = most }, [.. papers.Select(p => p with { Kept = byId[p.Paper.ArxivId] })])
        {
            Title = choice.Tag is { } tag ? $"Saved papers: {tag}" : "Saved papers", Page = "/saved" + query, Self = path + query,
        };
    }

    private static string Query(SavedChoice choice)
    {
        var query = QueryString.Empty;
        if (choice.Tag is { } tag) query = query.Add("tag", tag);
        return (choice.Text.Length > 0 ? query.Add("q", choice.Text) : query).ToString();
    }
}
