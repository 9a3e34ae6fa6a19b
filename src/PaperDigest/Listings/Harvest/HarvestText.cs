using System.Globalization;
using System.Text;

namespace PaperDigest.Listings;

/// <summary>The report of a harvest for people.</summary>
internal static class HarvestText
{
    public static string Of(HarvestReport report)
    {
        var text = new StringBuilder();
        var total = report.Total;
        text.AppendLine(CultureInfo.InvariantCulture,
            $"This run: {report.Pages:N0} {(report.Pages == 1 ? "page" : "pages")}; {total.New:N0} new, {total.Replaced:N0} replaced, {total.Edited:N0} edited, {total.Unchanged:N0} unchanged, {total.Rejected:N0} rejected.");
        foreach (var item in report.Rejected) text.AppendLine(CultureInfo.InvariantCulture, $"Rejected: {item.Reason} ({item.Excerpt})");
        if (report.Deleted.Count > 0)
            text.AppendLine(CultureInfo.InvariantCulture, $"arXiv marks these as deleted; the catalogue keeps them: {string.Join(", ", report.Deleted)}.");
        return text.Append(report.Message).ToString();
    }
}
