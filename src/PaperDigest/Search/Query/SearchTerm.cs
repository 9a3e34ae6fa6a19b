using System.Globalization;
using PaperDigest.Catalogue;

namespace PaperDigest.Search;

/// <summary>One thing that a query asks of a paper, such as <c>au:lovelace</c>, <c>"low rank"</c> or <c>-survey</c>.</summary>
/// <param name="Text">The value in its canonical form, without operator and quotation marks.</param>
internal sealed record SearchTerm(TermKind Kind, string Text)
{
    /// <summary>Whether papers must not be so.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Whether the words must be there exactly so.</summary>
    public bool IsQuoted { get; init; }

    /// <summary>The first and the last day that are meant.</summary>
    public (DateOnly From, DateOnly Until) Days { get; init; }

    public (int Least, int Most) Votes { get; init; }

    /// <summary>Whether the words of a paper decide, and not what else is known of it.</summary>
    public bool IsText => Kind is TermKind.Word or TermKind.Phrase or TermKind.Title or TermKind.Abstract;

    /// <summary>The term in words: "not by lovelace".</summary>
    public string Words => (IsExcluded ? "not " : "") + Kind switch
    {
        TermKind.Word => Text,
        TermKind.Phrase => $"“{Text}”",
        TermKind.Title => $"title has “{Text}”",
        TermKind.Abstract => $"abstract has “{Text}”",
        TermKind.Author => "by " + Text,
        TermKind.Category => "in " + Text,
        TermKind.Submitter => "submitted by " + Text,
        TermKind.Id => "arXiv " + Text,
        TermKind.Listed => "listed " + Range(
            Days.From == DateOnly.MinValue ? null : DayWords.Iso(Days.From), Days.Until == DateOnly.MaxValue ? null : DayWords.Iso(Days.Until)),
        TermKind.Votes => Range(Votes.Least == 0 ? null : Number(Votes.Least), Votes.Most == int.MaxValue ? null : Number(Votes.Most)) + " votes",
        _ => "has code",
    };

    private static string Range(string? from, string? until) => (from, until) switch
    {
        (null, _) => "up to " + until,
        (_, null) => "from " + from,
        _ when from == until => from,
        _ => $"{from} to {until}",
    };

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
