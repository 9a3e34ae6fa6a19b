namespace PaperDigest.Community;

/// <summary>One visitor's vote on one paper, with its time: votes over time are what trending is made of.</summary>
public sealed class Vote
{
    public required string ArxivId { get; set; }

    /// <summary>The random id in the visitor's signed cookie; says nothing about the person.</summary>
    public Guid VisitorId { get; set; }

    public DateTimeOffset CastAt { get; set; }

    /// <summary>What the vote counts for in ranking, 0 to 1.</summary>
    public double Weight { get; set; }
}
