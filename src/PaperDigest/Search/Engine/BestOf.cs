namespace PaperDigest.Search;

/// <summary>Keeps the best <paramref name="most"/> of any number of papers: a heap whose root is the worst of them.</summary>
internal sealed class BestOf(int most)
{
    private readonly List<Scored> _heap = new(Math.Min(most, 1024));

    /// <summary>What a paper must exceed to be kept.</summary>
    public float Threshold { get; private set; } = float.NegativeInfinity;

    public void Add(int paper, float score)
    {
        if (_heap.Count < most) Rise(new Scored(paper, score));
        else if (score > Threshold) Sink(new Scored(paper, score));
        if (_heap.Count == most) Threshold = _heap[0].Score;
    }

    /// <summary>The best first; of equal ones that which was added to the index first.</summary>
    public List<Scored> Sorted()
    {
        var sorted = new List<Scored>(_heap);
        sorted.Sort();
        return sorted;
    }

    private void Rise(Scored scored)
    {
        _heap.Add(scored);
        var at = _heap.Count - 1;
        for (int parent; at > 0 && _heap[parent = (at - 1) / 2].Score > scored.Score; at = parent) _heap[at] = _heap[parent];
        _heap[at] = scored;
    }

    private void Sink(Scored scored)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= _heap.Count) break;
            if (child + 1 < _heap.Count && _heap[child + 1].Score < _heap[child].Score) child++;
            if (_heap[child].Score >= scored.Score) break;
            _heap[at] = _heap[child];
            at = child;
        }
        _heap[at] = scored;
    }
}

/// <summary>A paper, by its place in the index, and its score. Sorts the best first.</summary>
internal readonly record struct Scored(int Paper, float Score) : IComparable<Scored>
{
    public int CompareTo(Scored other) => Score == other.Score ? Paper.CompareTo(other.Paper) : other.Score.CompareTo(Score);
}
