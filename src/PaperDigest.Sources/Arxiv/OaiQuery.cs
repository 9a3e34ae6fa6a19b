namespace PaperDigest.Sources.Arxiv;

/// <summary>Which records to list: those changed in a span of UTC days, both ends included, in one set or all.</summary>
public sealed record OaiQuery(DateOnly From, DateOnly? Until, string? Set)
{
    /// <summary>Where an earlier list stopped, to go on there; it replaces all else and is good until midnight UTC.</summary>
    public string? ResumptionToken { get; init; }
}
