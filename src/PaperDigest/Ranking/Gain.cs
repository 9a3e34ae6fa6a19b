namespace PaperDigest.Ranking;

/// <summary>Votes, or people who commented, that came between two instants; when exactly is not known, so they are spread evenly.</summary>
/// <param name="Until">As early as <paramref name="From"/> for what came at once.</param>
/// <param name="Count">Below 0 where votes were taken back.</param>
/// <param name="Weight">What they count for together.</param>
public readonly record struct Gain(DateTimeOffset From, DateTimeOffset Until, int Count, double Weight);
