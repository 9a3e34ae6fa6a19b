namespace PaperDigest.Search;

/// <summary>
/// BM25F in its simple form: the counts of a term in the fields are added up with the fields' weights before they saturate.
/// <code>
/// score = sum over query terms of idf(t) * tf * (k1 + 1) / (k1 * (1 - b + b * length / average) + tf)
/// tf = 2 * title + text + authors,  length = 2 * title + text (in words),  idf(t) = ln(1 + (N - df + 0.5) / (df + 0.5))
/// </code>
/// S. Robertson, H. Zaragoza, M. Taylor, "Simple BM25 extension to multiple weighted fields", CIKM 2004; k1 and b as in
/// S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, section 3.
/// </summary>
internal static class Bm25F
{
    public const float K1 = 1.2f;
    public const float B = 0.75f;
    private const float TitleWeight = 2;

    /// <summary>How much a word in a field counts.</summary>
    public static float WeightOf(PaperField field) => field == PaperField.Title ? TitleWeight : 1;

    /// <summary>How much a word in a field lengthens the paper. Its authors do not.</summary>
    public static float LengthOf(PaperField field) => field == PaperField.Authors ? 0 : WeightOf(field);

    /// <summary>How much a term says that <paramref name="found"/> of <paramref name="count"/> papers have.</summary>
    public static float Idf(int found, int count) => MathF.Log(1 + (Math.Max(0, count - found) + 0.5f) / (found + 0.5f));

    /// <summary>What makes a long paper's words count less.</summary>
    public static float Norm(float length, float average) => K1 * (1 - B + (B * length / average));

    /// <summary>From 0 to 1: how far the term's count is on the way to as much as any count can say.</summary>
    public static float Saturation(float count, float norm) => count / (norm + count);
}
