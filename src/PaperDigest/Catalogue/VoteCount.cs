namespace PaperDigest.Catalogue;

/// <summary>How many votes a paper had at an instant.</summary>
public readonly record struct VoteCount(DateTimeOffset At, int Votes);
