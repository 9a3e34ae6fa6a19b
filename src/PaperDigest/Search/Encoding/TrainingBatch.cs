namespace PaperDigest.Search;

/// <summary>Which two texts of a paper are to find each other.</summary>
internal enum PairKind
{
    TitleAndAbstract,
    SentenceAndRest,
}

/// <summary>Some hundred pairs of texts at a time, from which the model learns one step.</summary>
internal sealed class TrainingBatch(EncoderModel model, TrainingTexts texts, int size, Random random)
{
    private readonly Adagrad _directions = new(model.Terms.Count, EncoderModel.Dimensions);
    private readonly Adagrad _weights = new(model.Terms.Count, 1);
    private readonly BatchSide _first = new(size);
    private readonly BatchSide _second = new(size);
    private readonly TextBag _shorter = new(model.Terms.Count);
    private readonly TextBag _longer = new(model.Terms.Count);

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
        _first.Embed(model);
        _second.Embed(model);
        var (first, second) = ContrastiveLoss.Gradients(_first.Vectors, _second.Vectors);
        _first.PassBack(model, first, _directions, _weights);
        _second.PassBack(model, second, _directions, _weights);
        _directions.Step(model.Directions.Values, rate);
        _weights.Step(model.Weights, rate, isFactor: true);
    }

    private void Read(int paper, PairKind kind)
    {
        if (kind == PairKind.SentenceAndRest && texts.Part(paper, random, _shorter, _longer)) return;
        texts.ReadTitle(paper, _shorter);
        texts.ReadAbstract(paper, _longer);
    }
}
