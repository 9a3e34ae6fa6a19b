using PaperDigest.Catalogue;

namespace PaperDigest.Digests;

/// <summary>What a digest holds, the same for all who chose the same topics and were mailed the same before.</summary>
/// <param name="Listing">The listing's date.</param>
/// <param name="Topics">The categories chosen; none for all.</param>
/// <param name="Papers">In their order, most trending first.</param>
public sealed record DigestContent(DateOnly Listing, string[] Topics, IReadOnlyList<DigestPaper> Papers)
{
    /// <summary>How many papers a digest has at most: what one reads, and half of what a mail program shows before it clips.</summary>
    public const int MostPapers = 20;

    private const int LongestTitleInSubject = 70;

    /// <summary>How many papers the day's list has.</summary>
    public required int Listed { get; init; }

    /// <summary>Whether these papers are of the sample that comes with the program, which a reader is told.</summary>
    public bool IsSample { get; init; }

    /// <summary>"Papers of Tuesday 12 May 2026"</summary>
    public string Heading => $"Papers of {DayWords.Full(Listing)}";

    /// <summary>The day, the first title, and how many more.</summary>
    public string Subject =>
        $"{Heading}: {PlainLine.Short(Prose.Plain(Papers[0].Card.Title), LongestTitleInSubject)}"
        + (Papers.Count > 1 ? $" and {Papers.Count - 1} more" : "");

    /// <summary>What these papers are, in a sentence.</summary>
    public string Summary => IsSample ? Which + " They are a sample that came with the program." : Which;

    private string Which => (Papers.Count, Topics) switch
    {
        (1, []) => $"The most trending of the day's {Listed} papers.",
        (_, []) => $"The {Papers.Count} most trending of the day's {Listed} papers.",
        (1, _) => $"The most trending paper {DigestWishes.AboutOf(Topics)}, of the day's {Listed}.",
        _ => $"The {Papers.Count} most trending papers {DigestWishes.AboutOf(Topics)}, of the day's {Listed}.",
    };
}
