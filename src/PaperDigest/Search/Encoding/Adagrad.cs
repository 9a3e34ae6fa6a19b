namespace PaperDigest.Search;

/// <summary>
/// Steps against the gradient, each number's the smaller the more it has moved before, so that rare terms learn as much as common
/// ones: J. Duchi, E. Hazan, Y. Singer, JMLR 12, 2011. Only rows that a batch touched are stepped.
/// </summary>
internal sealed class Adagrad(int rows, int columns)
{
    private readonly float[] _gradients = new float[rows * columns];
    private readonly float[] _squares = new float[rows * columns];
    private readonly bool[] _isTouched = new bool[rows];
    private readonly List<int> _touched = [];

    /// <summary>The batch's gradient of a row, to add to.</summary>
    public Span<float> Gradient(int row)
    {
        if (!_isTouched[row])
        {
            _isTouched[row] = true;
            _touched.Add(row);
        }
        return _gradients.AsSpan(row * columns, columns);
    }

    /// <summary>Steps and forgets the batch.</summary>
    /// <param name="isFactor">The gradient is that by the logarithm of the values.</param>
    public void Step(Span<float> values, float rate, bool isFactor = false)
    {
        foreach (var row in _touched)
        {
            _isTouched[row] = false;
            for (var i = row * columns; i < (row + 1) * columns; i++)
            {
                var gradient = _gradients[i];
                _gradients[i] = 0;
                _squares[i] += gradient * gradient;
                var step = rate * gradient / (MathF.Sqrt(_squares[i]) + 1e-10f);
                values[i] = isFactor ? values[i] * MathF.Exp(-step) : values[i] - step;
            }
        }
        _touched.Clear();
    }
}
