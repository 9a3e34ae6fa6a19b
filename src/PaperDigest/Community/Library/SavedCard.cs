using PaperDigest.Catalogue;

namespace PaperDigest.Community;

/// <summary>A saved paper as its reader's list shows it.</summary>
public sealed record SavedCard(PaperCard Paper, DateTimeOffset SavedAt)
{
    public IReadOnlyList<string> Tags { get; init; } = [];
    public string? Note { get; init; }
}
