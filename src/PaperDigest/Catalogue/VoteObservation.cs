namespace PaperDigest.Catalogue;

/// <summary>What Hugging Face counted for a paper at an instant; a row for each time that the counts were seen to have changed.</summary>
public sealed class VoteObservation
{
    public required string ArxivId { get; set; }
    public DateTimeOffset ObservedAt { get; set; }
    public int Votes { get; set; }
    public int Comments { get; set; }

    /// <summary>GitHub's stars of the code; null when there is none or nobody counted.</summary>
    public int? Stars { get; set; }

    /// <summary>Whether it comes from a recorded list, of which only the date is known.</summary>
    public bool IsRecorded { get; set; }
}
