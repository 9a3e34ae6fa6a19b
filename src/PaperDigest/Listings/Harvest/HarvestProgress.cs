using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What a run of a harvest has done so far.</summary>
internal sealed class HarvestProgress(HarvestOrder order, HarvestCursor cursor, bool resumed)
{
    /// <summary>A report names no more of what was rejected or deleted; all of it is counted.</summary>
    private const int MostNamed = 100;

    private readonly List<string> _deleted = [];
    private readonly List<RejectedItem> _rejected = [];
    private readonly HarvestCursor _start = cursor;

    public HarvestOrder Order => order;

    public HarvestCursor Cursor { get; private set; } = cursor;

    /// <summary>Notes a page that was stored, after which the harvest stands at <paramref name="next"/>.</summary>
    public void Note(OaiPage page, RecordImport import, HarvestCursor next)
    {
        var window = Window(Cursor);
        Cursor = next;
        _deleted.AddRange(page.Records.Where(r => r.IsDeleted).Select(r => r.Id.ToString()).Take(MostNamed - _deleted.Count));
        _rejected.AddRange(page.Rejected.Take(MostNamed - _rejected.Count));
        Tell($"{window}: {page.Records.Count:N0} records, {import.New:N0} new, {import.Replaced:N0} replaced, {import.Edited:N0} edited, {import.Unchanged:N0} unchanged"
            + (page.Rejected.Count > 0 ? $", {page.Rejected.Count:N0} rejected" : "") + $"; page {next.Pages:N0} of this harvest, {Seen(next):N0} records so far.");
    }

    /// <summary>Notes that the harvest goes on from elsewhere, and why.</summary>
    public void Move(HarvestCursor to, string why)
    {
        Cursor = to;
        Tell($"{Window(to)}: {why}");
    }

    /// <summary>The report of a run that ended here. <paramref name="why"/> it stopped; null when all pages are in.</summary>
    public HarvestReport Report(string? why)
    {
        var total = new HarvestTotals(
            Cursor.Added - _start.Added, Cursor.Replaced - _start.Replaced, Cursor.Edited - _start.Edited, Cursor.Unchanged - _start.Unchanged,
            Cursor.Rejected - _start.Rejected);
        var pages = Cursor.Pages - _start.Pages;
        var outcome = why is not null ? pages > 0 ? IngestOutcome.Partial : IngestOutcome.Failed
            : Seen(Cursor) == 0 ? IngestOutcome.Empty : IngestOutcome.Complete;
        return new HarvestReport(order.From, order.Until, order.Set, outcome, Sentence(why))
        {
            Total = total, Pages = pages, Resumed = resumed, Format = Cursor.Format == OaiFormat.Raw ? "arXivRaw" : "arXiv", Deleted = _deleted, Rejected = _rejected,
        };
    }

    private string Sentence(string? why)
    {
        var what = $"The harvest of {Span(order.From, order.Until)}{(order.Set is { } set ? $" in {set}" : "")}";
        if (why is not null)
            return $"{what} stopped in {Window(Cursor)}: {why} What came before is stored, and the same order goes on there.";
        return Seen(Cursor) == 0 ? $"{what} is done: arXiv has no records of it."
            : string.Create(CultureInfo.InvariantCulture, $"{what} is done: {Seen(Cursor):N0} records in {Cursor.Pages:N0} {(Cursor.Pages == 1 ? "page" : "pages")}{(resumed ? ", some of them in earlier runs" : "")}.");
    }

    private void Tell(string line) => order.Tell?.Invoke(line);

    private static string Window(HarvestCursor at) => Span(at.WindowFrom, at.WindowUntil);

    private static string Span(DateOnly from, DateOnly? until) => $"{IngestReport.InWords(from)} to {(until is { } end ? IngestReport.InWords(end) : "now")}";

    private static int Seen(HarvestCursor at) => at.Added + at.Replaced + at.Edited + at.Unchanged + at.Rejected + at.Deleted;
}
