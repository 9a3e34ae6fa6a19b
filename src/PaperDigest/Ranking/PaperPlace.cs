namespace PaperDigest.Ranking;

/// <summary>The place of a paper on a day's list of so many.</summary>
public sealed record PaperPlace(RankedPaper Ranked, int Papers);
