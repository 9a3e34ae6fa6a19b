using System.Globalization;

namespace PaperDigest.Catalogue;

/// <summary>Which papers of a list are wanted: those for which all of it holds.</summary>
public sealed record PaperFilter
{
    public static readonly PaperFilter None = new();

    /// <summary>Canonical categories; a paper has one of them at least. Empty for any.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Categories that it must not have.</summary>
    public IReadOnlyList<string> NotCategories { get; init; } = [];

    /// <summary>Words and phrases in title or abstract, all of them.</summary>
    public IReadOnlyList<string> With { get; init; } = [];

    /// <summary>Words and phrases that neither title nor abstract has.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Votes here and elsewhere that it must have.</summary>
    public int LeastVotes { get; init; }

    /// <summary>Whether a link to its code must be known.</summary>
    public bool HasCode { get; init; }

    /// <summary>The account that put it on a curated list.</summary>
    public string? Submitter { get; init; }

    /// <summary>Whether there is nothing to choose by.</summary>
    public bool IsEmpty => Parts.Count == 0;

    /// <summary>What was chosen, one by one.</summary>
    public IReadOnlyList<Part> Parts =>
    [
        .. Categories.Select(c => new Part(c, this with { Categories = Except(Categories, c) })),
        .. NotCategories.Select(c => new Part("not " + c, this with { NotCategories = Except(NotCategories, c) })),
        .. With.Select(w => new Part($"with “{w}”", this with { With = Except(With, w) })),
        .. Without.Select(w => new Part($"without “{w}”", this with { Without = Except(Without, w) })),
        .. LeastVotes == 0 ? (Part[])[] : [new Part(string.Create(CultureInfo.InvariantCulture, $"{LeastVotes} or more votes"), this with { LeastVotes = 0 })],
        .. HasCode ? (Part[])[new Part("has code", this with { HasCode = false })] : [],
        .. Submitter is null ? (Part[])[] : [new Part("submitted by " + Submitter, this with { Submitter = null })],
    ];

    private static IReadOnlyList<string> Except(IReadOnlyList<string> all, string one) => [.. all.Where(c => c != one)];

    /// <summary>One thing chosen.</summary>
    /// <param name="Words">It in a few words: "not cs.CV".</param>
    /// <param name="Rest">All else that was chosen.</param>
    public sealed record Part(string Words, PaperFilter Rest);
}
