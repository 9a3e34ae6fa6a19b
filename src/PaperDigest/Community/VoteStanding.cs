namespace PaperDigest.Community;

/// <summary>Where a paper stands after a vote.</summary>
/// <param name="Votes">Votes cast on this installation.</param>
/// <param name="Voted">Whether the visitor's own is among them.</param>
internal sealed record VoteStanding(int Votes, bool Voted);
