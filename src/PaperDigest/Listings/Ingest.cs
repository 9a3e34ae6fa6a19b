using System.Globalization;
using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>
/// Takes in the listings of a day, keeps a row of the run, and notes what is now known of each. Each category is stored whole or
/// not at all; to run it again, or twice at once, changes nothing that is in.
/// </summary>
internal sealed class Ingest(DayIngest days, Watches watches, RunLog runs, ArxivOptions options)
{
    /// <summary>Every outcome is in the report; exceptions are for the database.</summary>
    public async Task<IngestReport> RunAsync(IngestOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        order = order with { Calendar = await watches.CalendarAsync(cancel) };
        var run = await runs.BeginAsync(new RunStart(RunKind.Listing, new Uri(options.FeedUrl).Host, order.Day), now, cancel);
        var refusal = WhyNot(order.Day, now);
        var categories = refusal is null ? await days.RunAsync(order, now, cancel) : [];
        var papers = await days.PapersAsync(order.Day, cancel);
        var next = await watches.NoteAsync(new WatchTry(order.Day, categories, now) { HasPapers = papers is not null, IsExpected = order.Calendar.IsExpected(order.Day) }, cancel);
        var report = (refusal ?? ReportOf(order, categories, papers is not null)) with { Papers = papers, NextTryAt = next };
        await runs.RejectAsync(run, [.. categories.SelectMany(c => c.Rejected)], cancel);
        await runs.EndAsync(run, report.Outcome, RunLog.Json(report), cancel);
        return report;
    }

    private IngestReport? WhyNot(DateOnly day, DateTimeOffset now)
    {
        if (!ListingDate.IsWeekday(day))
            return new IngestReport(day, IngestOutcome.Empty, $"{IngestReport.InWords(day)} is a {day.DayOfWeek}: arXiv announces nothing from Friday to Sunday evening, so there is no listing.");
        if (AnnouncementTime.Of(day) is var at && at > now)
            return new IngestReport(day, IngestOutcome.Failed, string.Create(CultureInfo.InvariantCulture, $"The listing of {IngestReport.InWords(day)} will be announced at {at:yyyy-MM-dd HH:mm} UTC."));
        return options.WhyNotToAsk() is { } why ? new IngestReport(day, IngestOutcome.Failed, why) : null;
    }

    private static IngestReport ReportOf(IngestOrder order, IReadOnlyList<CategoryReport> categories, bool hasPapers)
    {
        if (order.Calendar.HolidayBehind(order.Day) is not { } holiday || hasPapers) return IngestReport.Of(order.Day, categories, hasPapers);
        var looked = categories is [{ Source: Catalogue.ListingSource.Feed, Outcome: CategoryOutcome.Nothing }] ? " The feed has no papers either." : "";
        return new IngestReport(
            order.Day, IngestOutcome.Empty,
            $"{IngestReport.InWords(order.Day)} has no listing: nothing is announced on the evening of {holiday.Name} ({IngestReport.InWords(holiday.Date)}).{looked}");
    }
}
