namespace PaperDigest.Search;

/// <summary>
/// What the encoder has learned: for each term a direction in <see cref="Dimensions"/> dimensions and a weight. A text's vector is
/// the sum over its terms of <c>weight * (1 + ln count) * direction</c>, brought to length 1.
/// </summary>
/// <param name="Terms">The terms, as stems; the row of a term is its place here.</param>
/// <param name="Weights">The term's idf times what training made of it.</param>
internal sealed record EncoderModel(IReadOnlyList<string> Terms, float[] Weights, DenseMatrix Directions)
{
    public const int Dimensions = 256;
}
