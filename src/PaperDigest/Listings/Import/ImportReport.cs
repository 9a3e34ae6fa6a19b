using System.Globalization;
using System.Text.Json.Serialization;

namespace PaperDigest.Listings;

/// <summary>What came of a file. The totals count the whole file, also what earlier runs took in of it before they were stopped.</summary>
internal sealed record ImportReport(string File, FileFormat Format, IngestOutcome Outcome, string Message)
{
    public ImportTotals Total { get; init; } = ImportTotals.None;

    public long Lines { get; init; }

    /// <summary>Lines that earlier runs had taken in.</summary>
    public long ResumedAfter { get; init; }

    public double Seconds { get; init; }

    /// <summary>Whether the file was read to its end. Lines that hold no paper are counted and kept, and keep nothing from being done.</summary>
    [JsonIgnore]
    public bool IsDone { get; init; }

    /// <summary>The report of a snapshot that was read to <paramref name="end"/>; with <paramref name="trouble"/> it is not the file's end.</summary>
    public static ImportReport Of(ImportFile file, ImportPlace end, string? trouble)
    {
        var outcome = (trouble, end.Total) switch
        {
            (null, { Papers: 0, Rejected: 0 }) => IngestOutcome.Empty,
            (_, { Papers: 0 }) => IngestOutcome.Failed,
            (null, { Rejected: 0 }) => IngestOutcome.Complete,
            _ => IngestOutcome.Partial,
        };
        return new ImportReport(file.Name, file.Format, outcome, $"{file.Name}: {Counts(end.Total)}.{(trouble is null ? "" : $" {trouble}")}")
        {
            Total = end.Total, Lines = end.LinesDone, IsDone = trouble is null && outcome != IngestOutcome.Failed,
        };
    }

    /// <summary>The report of a file of which nothing was taken in; <paramref name="why"/> goes on after its name.</summary>
    public static ImportReport Refused(string path, FileFormat format, string why) => new(Path.GetFileName(path), format, IngestOutcome.Failed, $"{path} {why}");

    private static string Counts(ImportTotals total) => string.Create(
        CultureInfo.InvariantCulture,
        $"{total.New:N0} papers new, {total.Replaced:N0} replaced, {total.Edited:N0} edited, {total.Unchanged:N0} unchanged, {total.Rejected:N0} lines rejected");
}
