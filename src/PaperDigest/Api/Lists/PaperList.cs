namespace PaperDigest.Api;

/// <summary>A list of papers as it was read, in its order.</summary>
internal sealed record PaperList(PaperListQuery Query, IReadOnlyList<PaperFacts> Papers)
{
    /// <summary>What the list is, such as "Daily papers in cs.CL".</summary>
    public required string Title { get; init; }

    /// <summary>What is to be known about it: the state of the day's listing, or why there is nothing.</summary>
    public string? State { get; init; }

    /// <summary>When something in it changed last; null when that is not known for sure.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Whether more papers follow.</summary>
    public bool HasMore { get; init; }

    /// <summary>The search took too long and was given up: nothing is known of what it would have found.</summary>
    public bool IsGivenUp { get; init; }

    /// <summary>The address of this very list, where it is not one of those under /papers.</summary>
    public string? Self { get; init; }

    /// <summary>The path of the page that shows the list.</summary>
    public required string Page { get; init; }
}
