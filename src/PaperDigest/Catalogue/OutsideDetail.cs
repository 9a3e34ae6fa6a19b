namespace PaperDigest.Catalogue;

/// <summary>What Hugging Face knows of a paper, as the paper's page shows it.</summary>
public sealed record OutsideDetail(OutsideLinks Links, int Votes, int Comments)
{
    /// <summary>A sentence or two written by a language model.</summary>
    public string? Summary { get; init; }

    public string? SummaryModel { get; init; }
    public string? Organization { get; init; }

    /// <summary>The lists that have it, the newest first.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Its votes over time, the oldest first; of each day the last count.</summary>
    public IReadOnlyList<VoteCount> Series { get; init; } = [];

    /// <summary>That somebody put it on the list of a date.</summary>
    public sealed record Choice(DateOnly Date, string? By);
}
