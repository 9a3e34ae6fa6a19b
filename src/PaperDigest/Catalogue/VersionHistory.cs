namespace PaperDigest.Catalogue;

/// <summary>What is known of a paper's versions, and how each differs from the one before.</summary>
public static class VersionHistory
{
    /// <summary>The newest version first. Of <paramref name="paper"/> come the newest version's texts, of <paramref name="versions"/> the rest.</summary>
    public static IReadOnlyList<VersionEntry> Of(Paper paper, IEnumerable<PaperVersion> versions)
    {
        var rows = versions.OrderByDescending(v => v.Version).ToList();
        var texts = rows.Select(row => row.Version == paper.Version ? new Texts(paper.Title, paper.Abstract, paper.Authors) : new Texts(row.Title, row.Abstract, row.Authors)).ToList();
        return
        [
            .. rows.Select((row, i) => new VersionEntry(row.Version)
            {
                SubmittedOn = row.SubmittedAt is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null,
                ListedOn = row.ListedOn,
                IsWithdrawn = row.Version == paper.Version ? paper.IsWithdrawn : row.IsWithdrawn == true,
                Change = i + 1 < rows.Count && rows[i + 1].Version == row.Version - 1 ? Between(texts[i + 1], texts[i]) : null,
            }),
        ];
    }

    private static VersionChange? Between(Texts before, Texts after)
    {
        // A version that was never the newest here has dates only.
        if (before.Title is null || after.Title is null) return null;
        var isAbstractKnown = !string.IsNullOrEmpty(before.Abstract) && !string.IsNullOrEmpty(after.Abstract);
        return new VersionChange(
            Changed(WordDiff.Of(before.Title, after.Title)), isAbstractKnown ? Changed(WordDiff.Of(before.Abstract!, after.Abstract!)) : null,
            Without(after.Authors, before.Authors), Without(before.Authors, after.Authors));
    }

    private static IReadOnlyList<DiffPart>? Changed(IReadOnlyList<DiffPart> parts) => parts.Any(p => p.Kind != DiffKind.Same) ? parts : null;

    /// <summary>Names of one list beyond those of the other; a name that is there twice counts twice.</summary>
    private static List<string> Without(string[]? names, string[]? others)
    {
        if (names is null || others is null) return [];
        var left = others.CountBy(n => n).ToDictionary();
        return [.. names.Where(name => !left.TryGetValue(name, out var count) || (left[name] = count - 1) < 0)];
    }

    private sealed record Texts(string? Title, string? Abstract, string[]? Authors);
}

/// <summary>One version of a paper as its page tells of it.</summary>
public sealed record VersionEntry(int Number)
{
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>The listing that announced it; null when it is not known.</summary>
    public DateOnly? ListedOn { get; init; }

    public bool IsWithdrawn { get; init; }

    /// <summary>What differs from the version before; null for the first, and where one of the two was not taken in.</summary>
    public VersionChange? Change { get; init; }
}

/// <summary>What a version changed in title, abstract and authors; null or empty where nothing did.</summary>
public sealed record VersionChange(
    IReadOnlyList<DiffPart>? Title, IReadOnlyList<DiffPart>? Abstract, IReadOnlyList<string> AuthorsAdded, IReadOnlyList<string> AuthorsRemoved)
{
    public bool IsNothing => Title is null && Abstract is null && AuthorsAdded.Count == 0 && AuthorsRemoved.Count == 0;
}
