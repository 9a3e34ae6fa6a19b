namespace PaperDigest.Listings;

/// <summary>Counts of curated papers in words.</summary>
internal static class CuratedText
{
    /// <summary>A run's report for people: the counts, and a line for each thing that went otherwise than expected.</summary>
    public static string Of(CuratedReport report) => string.Join(
        '\n', (string[])[.. report.Rejected.Select(item => $"Hugging Face: rejected: {item.Reason} ({item.Excerpt})"), report.Message]);

    public static string Of(CuratedChange change) =>
        $"{change.New} new, {change.AlreadyThere} already there, {change.Changed} changed, {change.Unchanged} unchanged";

    public static string Of(CuratedTotals total) =>
        $"{total.New} new, {total.AlreadyThere} already there, {total.Changed} changed, {total.Unchanged} unchanged, {total.Rejected} rejected";
}
