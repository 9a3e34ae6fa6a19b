using System.Globalization;

namespace PaperDigest.Listings;

/// <summary>A run in a list: what it was, and what came of it in a sentence and in counts.</summary>
internal sealed record RunSummary(Guid Id, RunKind Kind, DateTimeOffset StartedAt)
{
    public string? Source { get; init; }
    public DateOnly? Day { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public IngestOutcome? Outcome { get; init; }
    public string? Message { get; init; }
    public IReadOnlyList<ReportCount> Total { get; init; } = [];

    public RunPlace Place => new(StartedAt, Id);

    /// <summary>complete, partial, empty, failed; or why there is none of these.</summary>
    public string Ended => Outcome is { } outcome ? outcome.ToString().ToLowerInvariant() : "no end: it runs, or its process was killed";

    /// <summary>From the beginning to the end; empty without one.</summary>
    public string Took => EndedAt is { } ended ? InWords(ended - StartedAt) : "";

    private static string InWords(TimeSpan span) => span switch
    {
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes} min"),
    };
}
