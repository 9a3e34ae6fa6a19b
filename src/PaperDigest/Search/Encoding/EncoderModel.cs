namespace PaperDigest.Search;

/// <summary>
/// What the encoder has learned: for each term a direction in <see cref="Dimensions"/> dimensions, as long as the term is weighty.
/// A text's vector is the sum over its terms of <c>(1 + ln count) * direction</c>, brought to length 1. Directions are kept in
/// eight bits a number, 256 bytes a term, and the step that one level stands for; that changes no figure of the search.
/// </summary>
/// <param name="Terms">The terms, as stems; the row of a term is its place here.</param>
internal sealed record EncoderModel(IReadOnlyList<string> Terms, float[] Steps, sbyte[] Levels)
{
    public const int Dimensions = 256;

    public static EncoderModel Of(IReadOnlyList<string> terms, TermDirections learned)
    {
        var model = new EncoderModel(terms, new float[terms.Count], new sbyte[terms.Count * Dimensions]);
        for (var row = 0; row < terms.Count; row++)
            model.Steps[row] = learned.Weights[row] * VectorPages.Quantise(learned.Directions.Row(row), model.Levels.AsSpan(row * Dimensions, Dimensions));
        return model;
    }

    /// <summary>Adds a term's direction, so many times, to a text's vector.</summary>
    public void AddTo(Span<float> vector, int row, float times) =>
        EightBitVector.AddTo(vector, Levels.AsSpan(row * Dimensions, Dimensions), times * Steps[row]);
}
