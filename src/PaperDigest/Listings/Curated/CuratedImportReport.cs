using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>What came of reading a file of recorded lists. A paper on two dates counts twice.</summary>
internal sealed record CuratedImportReport(int Lists, CuratedTotals Total)
{
    public static CuratedImportReport Nothing { get; } = new(0, new CuratedTotals(0, 0, 0, 0, 0));

    /// <summary>The first and the last date in the file.</summary>
    public (DateOnly First, DateOnly Last)? Dates { get; private init; }

    /// <summary>The first of what could not be taken in, at most as many as a run keeps.</summary>
    public IReadOnlyList<RejectedItem> Rejected { get; private init; } = [];

    public IngestOutcome Outcome =>
        (Lists, Total.Rejected) switch { (0, 0) => IngestOutcome.Empty, (0, _) => IngestOutcome.Failed, (_, 0) => IngestOutcome.Complete, _ => IngestOutcome.Partial };

    public string Message => Dates is not var (first, last)
        ? $"The file holds no list of papers; {Total.Rejected} records could not be read."
        : $"{(Lists == 1 ? "1 list" : $"{Lists} lists")} of Hugging Face's daily papers, {IngestReport.InWords(first)} to {IngestReport.InWords(last)}: {CuratedText.Of(Total)}.";

    public CuratedImportReport With(DateOnly date, CuratedChange change) => this with
    {
        Lists = Lists + 1,
        Total = Total.And(change),
        Dates = Dates is var (first, last) ? (date < first ? date : first, date > last ? date : last) : (date, date),
    };

    public CuratedImportReport With(IReadOnlyList<RejectedItem> rejected) => rejected.Count == 0 ? this : this with
    {
        Total = Total with { Rejected = Total.Rejected + rejected.Count },
        Rejected = [.. Rejected.Concat(rejected).Take(RunLog.MostRejected)],
    };
}

/// <summary>Papers of a run over curated lists, by what became of them; see <see cref="CuratedChange"/>.</summary>
internal sealed record CuratedTotals(int New, int AlreadyThere, int Changed, int Unchanged, int Rejected)
{
    public CuratedTotals And(CuratedChange change) => this with
    {
        New = New + change.New, AlreadyThere = AlreadyThere + change.AlreadyThere, Changed = Changed + change.Changed, Unchanged = Unchanged + change.Unchanged,
    };
}
