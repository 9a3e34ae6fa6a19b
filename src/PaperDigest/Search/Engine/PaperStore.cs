namespace PaperDigest.Search;

/// <summary>The papers of the index as they were at one moment, by their place in it. Never changes.</summary>
/// <param name="Terms">The term of each word (<see cref="Vocabulary.Terms"/>).</param>
/// <param name="Removed">A bit for each paper that was removed or replaced by a newer version at another place.</param>
internal sealed record PaperStore(TokenPages Pages, long[] Starts, int[] Terms, ulong[] Removed, int Count)
{
    public PaperReader Read(int paper) => new(Pages.From(Starts[paper]));

    /// <summary>How many bytes the paper's words take.</summary>
    public int LengthOf(int paper)
    {
        var reader = Read(paper);
        while (reader.Next())
        {
            // To its end.
        }
        return reader.BytesRead;
    }

    public bool IsRemoved(int paper) => (Removed[paper >> 6] & (1UL << (paper & 63))) != 0;
}
