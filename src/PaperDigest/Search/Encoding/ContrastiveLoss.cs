namespace PaperDigest.Search;

/// <summary>
/// Symmetric InfoNCE over a batch: each text is to be nearer to its partner than to the partners of all the others.
/// <code>
/// loss = -1/2n * sum over i of ( ln softmax over j of (a(i) . b(j) / t) at i  +  ln softmax over j of (b(i) . a(j) / t) at i )
/// </code>
/// A. van den Oord, Y. Li, O. Vinyals, "Representation learning with contrastive predictive coding", arXiv 1807.03748; symmetric as
/// in A. Radford et al., arXiv 2103.00020.
/// </summary>
internal static class ContrastiveLoss
{
    private const float Temperature = 0.05f;

    /// <summary>How the loss changes with the vectors of each side. Rows are texts; row i of one side is the partner of row i of the other.</summary>
    public static (DenseMatrix First, DenseMatrix Second) Gradients(DenseMatrix first, DenseMatrix second)
    {
        var near = first.Times(second.Transposed());
        for (var i = 0; i < near.Values.Length; i++) near.Values[i] = MathF.Exp((near.Values[i] - 1) / Temperature);
        var change = Change(near);
        return (change.Times(second), change.Transposed().Times(first));
    }

    /// <summary>Both softmaxes less the truth, over the batch. Cosines are at most 1, so no exponential overflows.</summary>
    private static DenseMatrix Change(DenseMatrix exponentials)
    {
        var n = exponentials.Rows;
        var columns = new float[n];
        for (var i = 0; i < n; i++) DenseMatrix.AddScaled(columns, exponentials.Row(i), 1);
        var change = new DenseMatrix(n, n);
        for (var i = 0; i < n; i++)
        {
            var row = exponentials.Row(i);
            var to = change.Row(i);
            var sum = 0f;
            foreach (var value in row) sum += value;
            for (var j = 0; j < n; j++) to[j] = row[j] * ((1 / sum) + (1 / columns[j])) / (2 * n * Temperature);
            to[i] -= 1 / (n * Temperature);
        }
        return change;
    }
}
