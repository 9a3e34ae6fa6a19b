namespace PaperDigest.Listings;

/// <summary>What came of several files.</summary>
internal sealed record ImportReports(ImportTotals Total, IReadOnlyList<ImportReport> Files)
{
    public static ImportReports Of(IReadOnlyList<ImportReport> files) => new(files.Aggregate(ImportTotals.None, (sum, file) => sum + file.Total), files);
}
