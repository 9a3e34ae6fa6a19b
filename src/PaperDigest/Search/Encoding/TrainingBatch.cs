namespace PaperDigest.Search;

/// <summary>Which two texts of a paper are to find each other.</summary>
internal enum PairKind
{
    TitleAndAbstract,
    SentenceAndRest,
}

/// <summary>Some hundred pairs of texts at a time, from which the model learns one step.</summary>
internal sealed class TrainingBatch(TermDirections terms, TrainingTexts texts, int size, Random random)
{
    private readonly Adagrad _directions = new(terms.Count, EncoderModel.Dimensions);
    private readonly Adagrad _weights = new(terms.Count, 1);
    private readonly BatchSide _first = new(size);
    private readonly BatchSide _second = new(size);
    private readonly TextBag _shorter = new(terms.Count);
    private readonly TextBag _longer = new(terms.Count);

    public void Learn(ReadOnlySpan<int> papers, PairKind kind, float rate, double dropped)
    {
        _first.Clear();
        _second.Clear();
        foreach (var paper in papers)
        {
            Read(paper, kind);
            _first.Add(_shorter, dropped, random);
            _second.Add(_longer, dropped, random);
        }
        _first.Embed(terms);
        _second.Embed(terms);
        var (first, second) = ContrastiveLoss.Gradients(_first.Vectors, _second.Vectors);
        _first.PassBack(terms, first, _directions, _weights);
        _second.PassBack(terms, second, _directions, _weights);
        _directions.Step(terms.Directions.Values, rate);
        _weights.Step(terms.Weights, rate, isFactor: true);
    }

    private void Read(int paper, PairKind kind)
    {
        if (kind == PairKind.SentenceAndRest && texts.Part(paper, random, _shorter, _longer)) return;
        texts.ReadTitle(paper, _shorter);
        texts.ReadAbstract(paper, _longer);
    }
}
