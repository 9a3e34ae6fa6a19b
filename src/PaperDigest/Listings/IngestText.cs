using System.Globalization;
using System.Text;

namespace PaperDigest.Listings;

/// <summary>A run's report for people: a table, the day's papers, and a line for each thing that went otherwise than expected.</summary>
internal static class IngestText
{
    public static string Of(IngestReport report)
    {
        var text = new StringBuilder();
        if (report.Categories.Count > 0)
        {
            Row(text, "category", "source", ["new", "cross-listed", "replaced", "unchanged", "rejected"]);
            foreach (var category in report.Categories) Row(text, category.Category, Source(category), Counts(category.Total));
            Row(text, "total", "", Counts(report.Total));
        }
        if (report.Papers is { } papers)
            text.AppendLine(CultureInfo.InvariantCulture, $"Papers of the day, each counted once: {papers.New} new, {papers.CrossListed} cross-listed, {papers.Replaced} replaced.");
        foreach (var category in report.Categories) Notes(text, category);
        text.Append(report.Message);
        if (report.NextTryAt is { } next && !report.IsDone) text.Append(CultureInfo.InvariantCulture, $" Where jobs run, the next try is at {next.UtcDateTime:yyyy-MM-dd HH:mm} UTC.");
        return text.ToString();
    }

    /// <summary>One category in a few words.</summary>
    public static string Of(CategoryReport category) => category.Outcome switch
    {
        CategoryOutcome.Stored => $"{category.New} new, {category.CrossListed} cross-listed, {category.Replaced} replaced, {category.Unchanged} unchanged, {category.Rejected.Count} rejected",
        CategoryOutcome.Nothing => $"nothing. {category.Message}",
        CategoryOutcome.Stale => $"refused as stale. {category.Message}",
        _ => $"refused. {category.Message}",
    };

    private static void Notes(StringBuilder text, CategoryReport category)
    {
        if (category.Outcome != CategoryOutcome.Stored) text.AppendLine(CultureInfo.InvariantCulture, $"{category.Category}: {Of(category)}");
        else if (category.Message is { } message) text.AppendLine(CultureInfo.InvariantCulture, $"{category.Category}: {message}");
        foreach (var warning in category.Warnings) text.AppendLine(CultureInfo.InvariantCulture, $"{category.Category}: {warning}");
        foreach (var item in category.Rejected) text.AppendLine(CultureInfo.InvariantCulture, $"{category.Category}: rejected: {item.Reason} ({item.Excerpt})");
    }

    private static string Source(CategoryReport category) =>
        category.Outcome == CategoryOutcome.Stored ? category.Source.ToString()!.ToLowerInvariant() : category.Outcome.ToString().ToLowerInvariant();

    private static string[] Counts(IngestTotals total) =>
        [.. new[] { total.New, total.CrossListed, total.Replaced, total.Unchanged, total.Rejected }.Select(n => n.ToString(CultureInfo.InvariantCulture))];

    private static void Row(StringBuilder text, string category, string source, string[] counts) =>
        text.Append(CultureInfo.InvariantCulture, $"{category,-18}{source,-9}").AppendLine(string.Concat(counts.Select(c => c.PadLeft(14))));
}
