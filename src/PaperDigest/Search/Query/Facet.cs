namespace PaperDigest.Search;

/// <summary>What would be left of what was found with one more operator.</summary>
/// <param name="Term">The operator: <c>cat:cs.CL</c>, <c>date:2025</c>, <c>has:code</c>.</param>
public sealed record Facet(string Term, string Words, int Papers);
