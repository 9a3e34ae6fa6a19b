namespace PaperDigest.Search;

/// <summary>Counts the different terms of one paper after the other. Not to be used by two threads at once.</summary>
internal sealed class TermCounter
{
    private const int Unseen = 0;
    private int[] _places = [];

    /// <summary>The paper's different terms, of which <see cref="Count"/> are valid.</summary>
    public int[] Terms { get; private set; } = new int[256];

    /// <summary>The weighted count of each.</summary>
    public float[] Weights { get; private set; } = new float[256];

    public int Count { get; private set; }

    /// <summary>The paper's weighted length in words.</summary>
    public float Length { get; private set; }

    /// <param name="terms">The term of each word (<see cref="Vocabulary.Terms"/>).</param>
    public void Read(PaperReader paper, int[] terms) => Read(paper, terms, PaperField.Authors);

    /// <summary>The same of title and abstract alone, which say what the paper is on.</summary>
    public void ReadWithoutAuthors(PaperReader paper, int[] terms) => Read(paper, terms, PaperField.Text);

    private void Read(PaperReader paper, int[] terms, PaperField last)
    {
        Forget(terms.Length);
        while (paper.Next() && paper.Field <= last)
        {
            var term = terms[paper.Word];
            if (term == Vocabulary.NoTerm) continue;
            if (!paper.IsJoined) Length += Bm25F.LengthOf(paper.Field);
            if (_places[term] == Unseen) Begin(term);
            Weights[_places[term] - 1] += Bm25F.WeightOf(paper.Field);
        }
    }

    private void Begin(int term)
    {
        if (Count == Terms.Length)
        {
            (int[] terms, float[] weights) = (Terms, Weights);
            Array.Resize(ref terms, 2 * Count);
            Array.Resize(ref weights, 2 * Count);
            (Terms, Weights) = (terms, weights);
        }
        (Terms[Count], Weights[Count]) = (term, 0);
        _places[term] = ++Count;
    }

    private void Forget(int words)
    {
        for (var i = 0; i < Count; i++) _places[Terms[i]] = Unseen;
        if (_places.Length < words) Array.Resize(ref _places, words);
        (Count, Length) = (0, 0);
    }
}
