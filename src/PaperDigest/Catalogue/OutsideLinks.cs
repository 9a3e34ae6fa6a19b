using System.Globalization;

namespace PaperDigest.Catalogue;

/// <summary>What Hugging Face links a paper to, and a few words on it. The addresses are of http or https.</summary>
/// <param name="CodeStars">GitHub's stars of the code.</param>
/// <param name="Keywords">Chosen by a language model.</param>
public sealed record OutsideLinks(string? CodeUrl, int? CodeStars, string? ProjectUrl, IReadOnlyList<string> Keywords)
{
    /// <summary>From a row of <see cref="PaperCard.Columns"/>: address and stars of the code, the project's address, and then the keywords.</summary>
    internal static OutsideLinks Read(string?[] fields) =>
        new(fields[0], fields[1] is { } stars ? int.Parse(stars, CultureInfo.InvariantCulture) : null, fields[2], [.. fields[3..].OfType<string>()]);
}
