namespace PaperDigest.Search;

/// <summary>A model put to use on an index: turns papers and queries into vectors by the numbers of their terms there.</summary>
internal sealed class Encoder
{
    private const int NoRow = -1;
    private readonly int[] _rowOfTerm;

    private Encoder(EncoderModel model, int[] rowOfTerm) => (Model, _rowOfTerm) = (model, rowOfTerm);

    public EncoderModel Model { get; }

    /// <param name="termOf">The number of a term in the index's vocabulary, where it gets one when it has none.</param>
    public static Encoder Of(EncoderModel model, Func<string, int> termOf)
    {
        var terms = model.Terms.Select(termOf).ToList();
        var rows = new int[terms.Max() + 1];
        Array.Fill(rows, NoRow);
        for (var row = 0; row < terms.Count; row++) rows[terms[row]] = row;
        return new Encoder(model, rows);
    }

    /// <summary>The vector of a paper's title and abstract, of length 1, or of length 0 when it knows none of the terms.</summary>
    public void Encode(TermCounter paper, Span<float> vector)
    {
        vector.Clear();
        for (var i = 0; i < paper.Count; i++) Add(vector, paper.Terms[i], paper.Weights[i]);
        Normalise(vector);
    }

    /// <summary>The vector of a query.</summary>
    public float[] Encode(QueryWords query)
    {
        var vector = new float[EncoderModel.Dimensions];
        foreach (var (term, count) in query.Terms) Add(vector, term, count);
        Normalise(vector);
        return vector;
    }

    private void Add(Span<float> vector, int term, float count)
    {
        if (term < 0 || term >= _rowOfTerm.Length || _rowOfTerm[term] is not (var row and >= 0)) return;
        Model.AddTo(vector, row, 1 + MathF.Log(MathF.Max(1, count)));
    }

    private static void Normalise(Span<float> vector)
    {
        var length = MathF.Sqrt(DenseMatrix.Dot(vector, vector));
        if (length > 0) DenseMatrix.Scale(vector, 1 / length);
    }
}
