namespace PaperDigest.Community;

/// <summary>One reader's vote on one paper, with its time: votes over time are what trending is made of.</summary>
public sealed class Vote
{
    public required string ArxivId { get; set; }

    /// <summary>The account's id, or the random one in a visitor's signed cookie.</summary>
    public Guid VisitorId { get; set; }

    public DateTimeOffset CastAt { get; set; }

    /// <summary>What the vote counts for in ranking, 0 to 1.</summary>
    public double Weight { get; set; }
}
