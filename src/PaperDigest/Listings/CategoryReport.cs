using System.Text.Json.Serialization;
using PaperDigest.Catalogue;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What a run did for one category.</summary>
internal sealed record CategoryReport(string Category, CategoryOutcome Outcome)
{
    /// <summary>Where the listing was read, or the source that had nothing; null when no source was reached.</summary>
    public ListingSource? Source { get; init; }

    public int New { get; init; }
    public int CrossListed { get; init; }
    public int Replaced { get; init; }
    public int Unchanged { get; init; }

    /// <summary>Stored earlier and not in this reading; kept.</summary>
    public int Missing { get; init; }

    /// <summary>Of the entries, those that the feed left out and arXiv's records told of.</summary>
    public int FilledIn { get; init; }

    /// <summary>Whether the feed ended at arXiv's limit, beyond which it leaves papers out.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>Whether arXiv's records of the day were compared with the listing, to the end.</summary>
    public bool IsReconciled { get; init; }

    /// <summary>Requests made, repeated ones included.</summary>
    public int Attempts { get; init; }

    /// <summary>Why nothing was stored, or what is odd about what was, in words.</summary>
    public string? Message { get; init; }

    public IReadOnlyList<RejectedItem> Rejected { get; init; } = [];
    public IReadOnlyList<string> Warnings { get; init; } = [];

    [JsonIgnore]
    public IngestTotals Total => new(New, CrossListed, Replaced, Unchanged, Rejected.Count);

    public CategoryReport With(ListingImport import) => this with
    {
        New = import.New, CrossListed = import.CrossListed, Replaced = import.Replaced, Unchanged = import.Unchanged, Missing = import.Missing,
        Message = import.Missing == 0 ? Message
            : $"{import.Missing} papers of the stored listing were not in this reading; they were kept.",
    };
}

/// <summary>How a category's listing came out.</summary>
internal enum CategoryOutcome
{
    /// <summary>It is in the catalogue.</summary>
    Stored,

    /// <summary>The source has no paper for this day, or not yet.</summary>
    Nothing,

    /// <summary>The source answered with the listing of the day before under this day's date.</summary>
    Stale,

    /// <summary>The source could not be reached, or its answer could not be used.</summary>
    Refused,
}
