namespace PaperDigest.Sources.Arxiv;

/// <summary>
/// The names of arXiv's OAI-PMH sets: a group, a group with an archive, or both with a subject class (<c>cs</c>, <c>physics:hep-th</c>,
/// <c>math:math:PR</c>). Since 2025 shorter forms such as <c>cs:AI</c> are refused.
/// </summary>
public static class OaiSet
{
    private static readonly string[] Groups = ["cs", "econ", "eess", "math", "physics", "q-bio", "q-fin", "stat"];

    /// <summary>Why a text names no set, with the name that was probably meant; null when it does.</summary>
    public static string? WhyNot(string text)
    {
        if (Groups.Contains(text))
            return null;
        var parts = text.Split(':');
        var category = parts.Length == 3 ? $"{parts[1]}.{parts[2]}" : parts[^1];
        // An alias such as cs:cs:NA is a set of its own beside the one that it is an alias of.
        if (parts.Length is 2 or 3 && ArxivCategory.TryCanonical(category, out _) && ArxivCategory.OaiSet(parts[1]) == $"{parts[0]}:{parts[1]}")
            return null;
        return ArxivCategory.TryCanonical(text.Replace(':', '.'), out var meant)
            ? $"{text}: arXiv calls that set {ArxivCategory.OaiSet(meant)}."
            : $"{text}: give a set of arXiv's such as cs, math:math:PR or physics:hep-th.";
    }
}
