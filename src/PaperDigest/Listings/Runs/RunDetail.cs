namespace PaperDigest.Listings;

/// <summary>A run with its whole report; null where it has not ended.</summary>
internal sealed record RunDetail(RunSummary Run, RunReport? Report);
