namespace PaperDigest.Search;

/// <summary>
/// The texts the encoder learns from: of each paper the title and the sentences of the abstract, as rows of the terms it knows,
/// two bytes each; for 200,000 papers about 40 MB.
/// </summary>
internal sealed class TrainingTexts
{
    /// <summary>More teach little more, and the newest know the field's words best.</summary>
    public const int MostPapers = 200_000;

    private const int MostTerms = 40_000;

    /// <summary>A term of fewer papers has too little company to learn a direction from.</summary>
    private const int FewestPapers = 3;

    private const ushort SentenceEnd = ushort.MaxValue;
    private readonly List<ushort> _rows = [];
    private readonly List<(int Start, int Text, int End)> _papers = [];

    public TrainingTexts(PaperStore papers, CancellationToken cancel)
    {
        var chosen = Enumerable.Range(0, papers.Count).Where(p => !papers.IsRemoved(p)).TakeLast(MostPapers).ToList();
        var found = CountTerms(papers, chosen, cancel);
        var terms = Enumerable.Range(0, found.Length).Where(t => found[t] >= FewestPapers && found[t] < chosen.Count / 2)
            .OrderByDescending(t => found[t]).ThenBy(t => t).Take(MostTerms).ToList();
        var rowOf = new Dictionary<int, ushort>(terms.Count);
        foreach (var term in terms) rowOf.Add(term, (ushort)rowOf.Count);
        foreach (var paper in chosen) Add(papers.Read(paper), papers.Terms, rowOf);
        Terms = terms;
        Idf = [.. terms.Select(t => Bm25F.Idf(found[t], chosen.Count))];
    }

    /// <summary>The terms by number in the vocabulary; a term's row is its place here.</summary>
    public IReadOnlyList<int> Terms { get; }

    public float[] Idf { get; }

    public int Count => _papers.Count;

    /// <summary>All words of a paper.</summary>
    public void ReadWhole(int paper, TextBag bag) => Fill(bag, _papers[paper].Start, _papers[paper].End);

    public void ReadTitle(int paper, TextBag bag) => Fill(bag, _papers[paper].Start, _papers[paper].Text);

    public void ReadAbstract(int paper, TextBag bag) => Fill(bag, _papers[paper].Text, _papers[paper].End);

    /// <summary>Parts an abstract into one sentence, chosen at random, and the rest; false when it has only one.</summary>
    public bool Part(int paper, Random random, TextBag sentence, TextBag rest)
    {
        var (_, text, end) = _papers[paper];
        var count = 0;
        for (var i = text; i < end; i++) count += _rows[i] == SentenceEnd ? 1 : 0;
        if (count < 2) return false;
        var chosen = random.Next(count);
        sentence.Clear();
        rest.Clear();
        for (int i = text, at = 0; i < end; i++)
        {
            if (_rows[i] == SentenceEnd) at++;
            else (at == chosen ? sentence : rest).Add(_rows[i]);
        }
        return true;
    }

    private void Fill(TextBag bag, int start, int end)
    {
        bag.Clear();
        for (var i = start; i < end; i++)
        {
            if (_rows[i] != SentenceEnd) bag.Add(_rows[i]);
        }
    }

    private static int[] CountTerms(PaperStore papers, List<int> chosen, CancellationToken cancel)
    {
        var found = new int[papers.Terms.Length];
        var counter = new TermCounter();
        foreach (var paper in chosen)
        {
            cancel.ThrowIfCancellationRequested();
            counter.ReadWithoutAuthors(papers.Read(paper), papers.Terms);
            foreach (var term in counter.Terms.AsSpan(0, counter.Count)) found[term]++;
        }
        return found;
    }

    private void Add(PaperReader paper, int[] terms, Dictionary<int, ushort> rowOf)
    {
        var (start, text) = (_rows.Count, -1);
        while (paper.Next() && paper.Field != PaperField.Authors)
        {
            if (text < 0 && paper.Field == PaperField.Text) text = _rows.Count;
            if (terms[paper.Word] is var term && term != Vocabulary.NoTerm && rowOf.TryGetValue(term, out var row)) _rows.Add(row);
            else if (paper.Word == Vocabulary.SentenceEnd && paper.Field == PaperField.Text) EndSentence(text);
        }
        if (text < 0) text = _rows.Count;
        EndSentence(text);
        _papers.Add((start, text, _rows.Count));
    }

    private void EndSentence(int text)
    {
        if (_rows.Count > text && _rows[^1] != SentenceEnd) _rows.Add(SentenceEnd);
    }
}
