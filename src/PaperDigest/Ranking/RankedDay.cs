namespace PaperDigest.Ranking;

/// <summary>A day whose order was computed.</summary>
/// <param name="Day">The listing's date.</param>
/// <param name="Papers">How many papers are in its order.</param>
public sealed record RankedDay(DateOnly Day, int Papers);
