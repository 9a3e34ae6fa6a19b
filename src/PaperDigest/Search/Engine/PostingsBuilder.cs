namespace PaperDigest.Search;

/// <summary>
/// Builds <see cref="Postings"/> from the stored words, in two rounds over them: the first measures each term's list, the second
/// writes it. About four seconds for 500,000 papers.
/// </summary>
internal sealed class PostingsBuilder(PaperStore papers)
{
    private readonly TermCounter _counter = new();
    private readonly int[] _terms = papers.Terms;

    /// <param name="average">The average length of a paper; null to take that of these papers.</param>
    public (Postings Postings, float Average) Build(PaperRange range, float? average, CancellationToken cancel)
    {
        var counts = new int[_terms.Length];
        var lengths = new int[_terms.Length];
        var total = Measure(range, counts, lengths, cancel);
        var known = average ?? Math.Max(1, total / Math.Max(1, range.Count));
        return (Write(range, counts, lengths, known, cancel), known);
    }

    private float Measure(PaperRange range, int[] counts, int[] lengths, CancellationToken cancel)
    {
        var last = Filled(range.First);
        var total = 0.0;
        for (var paper = range.First; paper < range.End; paper++)
        {
            cancel.ThrowIfCancellationRequested();
            if (papers.IsRemoved(paper)) continue;
            _counter.Read(papers.Read(paper), _terms);
            total += _counter.Length;
            foreach (var term in _counter.Terms.AsSpan(0, _counter.Count))
            {
                lengths[term] += VariableInteger.Length((uint)(paper - last[term])) + 1;
                last[term] = paper;
                counts[term]++;
            }
        }
        return (float)total;
    }

    private Postings Write(PaperRange range, int[] counts, int[] lengths, float average, CancellationToken cancel)
    {
        var known = Enumerable.Range(0, counts.Length).Where(t => counts[t] > 0).ToArray();
        var ends = new int[known.Length];
        var at = new int[counts.Length];
        for (var (i, end) = (0, 0); i < known.Length; i++)
        {
            at[known[i]] = end;
            ends[i] = end = checked(end + lengths[known[i]]);
        }
        var entries = new byte[ends is [.., var size] ? size : 0];
        var last = Filled(range.First);
        for (var paper = range.First; paper < range.End; paper++)
        {
            cancel.ThrowIfCancellationRequested();
            if (papers.IsRemoved(paper)) continue;
            _counter.Read(papers.Read(paper), _terms);
            var norm = Bm25F.Norm(_counter.Length, average);
            for (var i = 0; i < _counter.Count; i++)
            {
                var term = _counter.Terms[i];
                VariableInteger.Write(entries, ref at[term], (uint)(paper - last[term]));
                entries[at[term]++] = (byte)MathF.Round(Postings.ImpactSteps * Bm25F.Saturation(_counter.Weights[i], norm));
                last[term] = paper;
            }
        }
        return new Postings(known, [.. known.Select(t => counts[t])], ends, entries, range);
    }

    private int[] Filled(int first)
    {
        var filled = new int[_terms.Length];
        Array.Fill(filled, first);
        return filled;
    }
}
