namespace PaperDigest.Search;

/// <summary>
/// Where the encoder's training begins: latent semantic analysis. The terms' places in the space in which the papers vary most,
/// found by subspace iteration on the matrix of term weights (N. Halko, P. G. Martinsson, J. A. Tropp, "Finding structure with
/// randomness", SIAM Review 53(2), 2011, algorithm 4.4).
/// </summary>
internal static class TermSubspace
{
    /// <summary>The space is settled after this many; more do not change the search's figures.</summary>
    private const int Iterations = 4;

    /// <summary>An orthonormal basis: a row for each term, a column for each dimension.</summary>
    public static DenseMatrix Of(TrainingTexts texts, int dimensions, Random random, CancellationToken cancel)
    {
        var basis = new DenseMatrix(texts.Terms.Count, dimensions);
        foreach (ref var value in basis.Values.AsSpan()) value = (float)(random.NextDouble() - 0.5);
        for (var i = 0; i < Iterations; i++) basis = Orthonormal(Applied(texts, basis, cancel));
        return basis;
    }

    /// <summary>The matrix of term weights, transposed and then itself, times the basis: one walk over the papers.</summary>
    private static DenseMatrix Applied(TrainingTexts texts, DenseMatrix basis, CancellationToken cancel)
    {
        var applied = new DenseMatrix(basis.Rows, basis.Columns);
        var bag = new TextBag(basis.Rows);
        var vector = new float[basis.Columns];
        for (var paper = 0; paper < texts.Count; paper++)
        {
            cancel.ThrowIfCancellationRequested();
            texts.ReadWhole(paper, bag);
            Array.Clear(vector);
            var squares = 0f;
            foreach (var row in bag.Rows)
            {
                var weight = bag.Count(row) * texts.Idf[row];
                squares += weight * weight;
                DenseMatrix.AddScaled(vector, basis.Row(row), weight);
            }
            foreach (var row in bag.Rows) DenseMatrix.AddScaled(applied.Row(row), vector, bag.Count(row) * texts.Idf[row] / squares);
        }
        return applied;
    }

    /// <summary>Cholesky QR: with the columns' products as R'R, the matrix times the inverse of R has orthonormal columns.</summary>
    private static DenseMatrix Orthonormal(DenseMatrix matrix)
    {
        var products = matrix.Transposed().Times(matrix);
        return matrix.Times(InverseOfFactor(products));
    }

    /// <summary>The inverse of the upper triangular Cholesky factor, in double precision.</summary>
    private static DenseMatrix InverseOfFactor(DenseMatrix products)
    {
        var n = products.Rows;
        var factor = new double[n, n];
        for (var j = 0; j < n; j++)
        {
            for (var i = 0; i <= j; i++)
            {
                double sum = products.Values[(i * n) + j];
                for (var k = 0; k < i; k++) sum -= factor[k, i] * factor[k, j];
                // A space with fewer dimensions than asked for leaves columns of nothing but rounding.
                factor[i, j] = i < j ? sum / factor[i, i] : Math.Sqrt(Math.Max(sum, 1e-9 * Math.Max(products.Values[0], 1e-9)));
            }
        }
        var inverse = new DenseMatrix(n, n);
        for (var j = 0; j < n; j++)
        {
            for (var i = j; i >= 0; i--)
            {
                var sum = i == j ? 1.0 : 0.0;
                for (var k = i + 1; k <= j; k++) sum -= factor[i, k] * inverse.Values[(k * n) + j];
                inverse.Values[(i * n) + j] = (float)(sum / factor[i, i]);
            }
        }
        return inverse;
    }
}
