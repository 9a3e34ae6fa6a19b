using PaperDigest.Sources.Arxiv;

namespace PaperDigest.Listings;

/// <summary>Which records to harvest: those that arXiv changed in a span of UTC days, in one set of its or in all.</summary>
/// <param name="Name">Under which its progress is kept: the same name goes on where it stopped.</param>
/// <param name="Until">Null: until now.</param>
internal sealed record HarvestOrder(string Name, DateOnly From, DateOnly? Until, string? Set)
{
    /// <summary>Told of each step in words, for whoever watches.</summary>
    public Action<string>? Tell { get; init; }

    /// <summary>A harvest that somebody asks for; asked for again it goes on, or starts anew when it had ended.</summary>
    public static HarvestOrder Of(DateOnly from, DateOnly? until, string? set) =>
        new($"{IngestReport.InWords(from)}..{(until is { } end ? IngestReport.InWords(end) : "")} {set}".TrimEnd(), from, until, set);

    /// <summary>The harvest that keeps a category's records current; each goes on from the one before.</summary>
    public static HarvestOrder Nightly(string category, DateOnly from) =>
        new(NightlyName(category), from, null, ArxivCategory.OaiSet(category));

    public static string NightlyName(string category) => "nightly " + ArxivCategory.OaiSet(category);

    /// <summary>Why these days make no span; null when they do.</summary>
    public static string? WhyNot(DateOnly from, DateOnly? until, DateOnly today)
    {
        if (from < OaiQuery.Earliest)
            return $"--from {IngestReport.InWords(from)}: arXiv's records begin on {IngestReport.InWords(OaiQuery.Earliest)}; older papers have that day or a later one.";
        if (from > today) return $"--from {IngestReport.InWords(from)} lies in the future.";
        if (until > today) return $"--until {IngestReport.InWords(until.Value)} lies in the future; without --until the harvest goes on to the present day.";
        return from > until ? $"--from {IngestReport.InWords(from)} lies after --until {IngestReport.InWords(until.Value)}." : null;
    }
}
