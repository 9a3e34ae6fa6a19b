namespace PaperDigest.Listings;

/// <summary>A paper of the bundled sample: facts of a real paper, and a summary written for this program in place of its abstract.</summary>
internal sealed record SamplePaper
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required DateOnly FirstListed { get; init; }

    /// <summary>Votes counted on another site.</summary>
    public required int Votes { get; init; }

    /// <summary>Comments counted on another site.</summary>
    public required int Comments { get; init; }

    /// <summary>Two to four sentences.</summary>
    public required string Summary { get; init; }
}
