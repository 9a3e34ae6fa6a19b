namespace PaperDigest.Api;

/// <summary>The time that a ranked list covers.</summary>
internal enum ListPeriod
{
    Day,
    Week,
    Month,
    Trending,
}
