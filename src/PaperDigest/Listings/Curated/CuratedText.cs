namespace PaperDigest.Listings;

/// <summary>Counts of curated papers in words.</summary>
internal static class CuratedText
{
    public static string Of(CuratedChange change) =>
        $"{change.New} new, {change.AlreadyThere} already there, {change.Changed} changed, {change.Unchanged} unchanged";

    public static string Of(CuratedTotals total) =>
        $"{total.New} new, {total.AlreadyThere} already there, {total.Changed} changed, {total.Unchanged} unchanged, {total.Rejected} rejected";
}
