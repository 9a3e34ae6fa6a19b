namespace PaperDigest.Ranking;

/// <summary>The time that a ranked list covers.</summary>
public enum ListPeriod
{
    Day,
    Week,
    Month,
    Trending,
}
