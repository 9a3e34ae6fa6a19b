namespace PaperDigest.Listings;

/// <summary>What a run sets out to do: in which way, from which host or file, and for which day if for one.</summary>
internal sealed record RunStart(RunKind Kind, string? Source, DateOnly? Day = null);
