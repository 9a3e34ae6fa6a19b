namespace PaperDigest.Search;

/// <summary>
/// An inverted index over a range of papers: for each term the papers that have it, as the distance from the one before and an
/// impact of eight bits (<see cref="Bm25F.Saturation"/> of its count there), about 2.2 bytes together. Never changes.
/// </summary>
internal sealed class Postings(int[] terms, int[] counts, int[] ends, byte[] entries, PaperRange range)
{
    /// <summary>The finest step that eight bits can tell; the score's own steps between papers are far larger.</summary>
    public const float ImpactSteps = 255;

    public PaperRange Range => range;

    public long Size => entries.LongLength + (12L * terms.Length);

    /// <summary>How many papers have the term.</summary>
    public int CountOf(int term) => Array.BinarySearch(terms, term) is var place and >= 0 ? counts[place] : 0;

    /// <summary>Adds the term's part to the score of each paper that has it, and one to how many terms it matches.</summary>
    public void AddTo(Scores scores, int term, float weight)
    {
        var place = Array.BinarySearch(terms, term);
        if (place < 0) return;
        Span<float> parts = stackalloc float[256];
        for (var impact = 0; impact < parts.Length; impact++) parts[impact] = weight * (impact / ImpactSteps);
        var (all, matches) = (scores.All, scores.Matches);
        var list = entries.AsSpan(place == 0 ? 0 : ends[place - 1], counts[place] == 0 ? 0 : ends[place] - (place == 0 ? 0 : ends[place - 1]));
        var paper = range.First;
        for (var at = 0; at < list.Length;)
        {
            paper += (int)VariableInteger.Read(list, ref at);
            all[paper] += parts[list[at++]];
            matches[paper]++;
        }
    }
}

/// <summary>Papers by their place in the index, from <paramref name="First"/> up to but without <paramref name="End"/>.</summary>
internal readonly record struct PaperRange(int First, int End)
{
    public int Count => End - First;
}
