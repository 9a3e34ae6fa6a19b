namespace PaperDigest.Sources.Arxiv;

/// <summary>Which records to list: those changed in a span of UTC days, both ends included, in one set or all.</summary>
public sealed record OaiQuery(DateOnly From, DateOnly? Until, string? Set)
{
    /// <summary>The first day that arXiv's records bear; a span must not begin before it.</summary>
    public static readonly DateOnly Earliest = new(2005, 9, 16);

    public OaiFormat Format { get; init; } = OaiFormat.Raw;

    /// <summary>Where an earlier list stopped, to go on there; it replaces all else and is good until midnight UTC.</summary>
    public string? ResumptionToken { get; init; }
}

/// <summary>The formats of records that carry all metadata.</summary>
public enum OaiFormat
{
    /// <summary><c>arXivRaw</c>, which alone knows the versions and whether the newest withdraws the paper.</summary>
    Raw,

    /// <summary><c>arXiv</c>, with the authors' names in parts.</summary>
    Parsed,
}
