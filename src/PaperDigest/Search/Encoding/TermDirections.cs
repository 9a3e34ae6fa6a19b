namespace PaperDigest.Search;

/// <summary>What training works on: for each term's row a weight, at first its idf, and a direction.</summary>
internal sealed record TermDirections(float[] Weights, DenseMatrix Directions)
{
    public int Count => Weights.Length;
}
