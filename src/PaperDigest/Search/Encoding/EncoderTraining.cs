namespace PaperDigest.Search;

/// <summary>
/// Teaches the encoder on the catalogue's own papers, without anything from outside: a title is to find its abstract, and a
/// sentence the rest of its abstract, among all others of a batch (<see cref="ContrastiveLoss"/>). One thread; the same papers and
/// seed give the same encoder.
/// </summary>
internal static class EncoderTraining
{
    /// <summary>Below, words are met too rarely to learn more from their company than the letters say.</summary>
    public const int FewestPapers = 1_000;

    private const int Seed = 20_260_101;
    private const int BatchSize = 768;
    private const int FewestBatches = 5;
    private const int Epochs = 8;
    private const double Dropped = 0.1;
    private const float Rate = 0.05f;

    /// <summary>The root mean square of the directions' numbers at the start, which the steps' size goes with.</summary>
    private const float StartScale = 0.5f;

    /// <summary>Null when there are too few papers to learn from.</summary>
    public static EncoderModel? Train(PaperStore papers, Func<int, string> wordOf, CancellationToken cancel)
    {
        var texts = new TrainingTexts(papers, cancel);
        if (texts.Count < FewestPapers || texts.Terms.Count < 2 * EncoderModel.Dimensions) return null;
        var random = new Random(Seed);
        var directions = TermSubspace.Of(texts, EncoderModel.Dimensions, random, cancel);
        DenseMatrix.Scale(directions.Values, StartScale * MathF.Sqrt(directions.Rows));
        var learned = new TermDirections([.. texts.Idf], directions);
        Learn(learned, texts, random, cancel);
        return EncoderModel.Of([.. texts.Terms.Select(wordOf)], learned);
    }

    private static void Learn(TermDirections terms, TrainingTexts texts, Random random, CancellationToken cancel)
    {
        var order = Enumerable.Range(0, texts.Count).ToArray();
        var size = Math.Min(BatchSize, order.Length / FewestBatches / DenseMatrix.Step * DenseMatrix.Step);
        var batch = new TrainingBatch(terms, texts, size, random);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var papers in order.Chunk(size).Where(c => c.Length == size))
            {
                cancel.ThrowIfCancellationRequested();
                batch.Learn(papers, PairKind.TitleAndAbstract, Rate, Dropped);
                batch.Learn(papers, PairKind.SentenceAndRest, Rate, Dropped);
            }
        }
    }
}
