namespace PaperDigest.Search;

/// <summary>One side of a training batch: its texts' terms, their vectors, and the way back from a change of the vectors to the terms.</summary>
internal sealed class BatchSide(int size)
{
    private readonly List<(int Row, float Count)> _terms = [];
    private readonly int[] _ends = new int[size];
    private readonly float[] _lengths = new float[size];
    private int _count;

    /// <summary>The texts' vectors, of length 1.</summary>
    public DenseMatrix Vectors { get; } = new(size, EncoderModel.Dimensions);

    public void Clear()
    {
        _terms.Clear();
        _count = 0;
    }

    /// <summary>Takes a text, without the terms that chance drops: what is left must still find its partner.</summary>
    public void Add(TextBag bag, double dropped, Random random)
    {
        foreach (var row in bag.Rows)
        {
            if (bag.Rows.Count == 1 || random.NextDouble() >= dropped) _terms.Add((row, bag.Count(row)));
        }
        _ends[_count++] = _terms.Count;
    }

    public void Embed(TermDirections learned)
    {
        for (var (text, at) = (0, 0); text < _count; text++)
        {
            var vector = Vectors.Row(text);
            vector.Clear();
            for (; at < _ends[text]; at++) DenseMatrix.AddScaled(vector, learned.Directions.Row(_terms[at].Row), _terms[at].Count * learned.Weights[_terms[at].Row]);
            _lengths[text] = MathF.Max(MathF.Sqrt(DenseMatrix.Dot(vector, vector)), 1e-6f);
            DenseMatrix.Scale(vector, 1 / _lengths[text]);
        }
    }

    /// <summary>Passes a change of the vectors on to the terms' directions and weights. Overwrites <paramref name="change"/>.</summary>
    public void PassBack(TermDirections learned, DenseMatrix change, Adagrad directions, Adagrad weights)
    {
        for (var (text, at) = (0, 0); text < _count; text++)
        {
            // What would only lengthen a vector is lost when it is brought to length 1.
            var vector = Vectors.Row(text);
            var gradient = change.Row(text);
            DenseMatrix.AddScaled(gradient, vector, -DenseMatrix.Dot(vector, gradient));
            DenseMatrix.Scale(gradient, 1 / _lengths[text]);
            for (; at < _ends[text]; at++)
            {
                var (row, count) = _terms[at];
                var weight = count * learned.Weights[row];
                DenseMatrix.AddScaled(directions.Gradient(row), gradient, weight);
                // By the logarithm of the weight, so that no weight turns negative.
                weights.Gradient(row)[0] += weight * DenseMatrix.Dot(learned.Directions.Row(row), gradient);
            }
        }
    }
}
