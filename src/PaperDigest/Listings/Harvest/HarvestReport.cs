using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What a run of a harvest brought in, and whether the harvest is done or goes on with the next run.</summary>
internal sealed record HarvestReport(DateOnly From, DateOnly? Until, string? Set, IngestOutcome Outcome, string Message)
{
    public HarvestTotals Total { get; init; } = new(0, 0, 0, 0, 0);

    public int Pages { get; init; }

    /// <summary>Whether it went on where an earlier run had stopped.</summary>
    public bool Resumed { get; init; }

    /// <summary>The format of the records, in OAI-PMH's word.</summary>
    public string Format { get; init; } = "arXivRaw";

    /// <summary>Papers that arXiv's records call deleted. The catalogue keeps them.</summary>
    public IReadOnlyList<string> Deleted { get; init; } = [];

    /// <summary>The first of what could not be read.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; init; } = [];

    /// <summary>Whether every page of the harvest is in.</summary>
    public bool IsDone => Outcome is IngestOutcome.Complete or IngestOutcome.Empty;
}

/// <summary>Papers of a run by what became of them; see <see cref="RecordImport"/>.</summary>
internal sealed record HarvestTotals(int New, int Replaced, int Edited, int Unchanged, int Rejected);
