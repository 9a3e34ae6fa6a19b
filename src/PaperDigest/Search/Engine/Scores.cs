using System.Collections.Concurrent;

namespace PaperDigest.Search;

/// <summary>What a search adds up for each paper. Taken from a pool, because clearing it costs less than making it.</summary>
internal sealed class Scores : IDisposable
{
    private static readonly ConcurrentBag<Scores> Pool = [];
    private int _used;

    public float[] All { get; private set; } = [];

    /// <summary>How many of the query's terms the paper has; stops being exact at 255.</summary>
    public byte[] Matches { get; private set; } = [];

    public static Scores Of(int papers)
    {
        if (!Pool.TryTake(out var scores)) scores = new Scores();
        if (scores.All.Length < papers) (scores.All, scores.Matches) = (new float[papers + (papers / 8)], new byte[papers + (papers / 8)]);
        scores._used = papers;
        return scores;
    }

    public void Dispose()
    {
        Array.Clear(All, 0, _used);
        Array.Clear(Matches, 0, _used);
        Pool.Add(this);
    }
}
