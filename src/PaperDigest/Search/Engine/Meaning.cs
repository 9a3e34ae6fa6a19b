namespace PaperDigest.Search;

/// <summary>What the index knows of its papers' meaning: the encoder, and the vectors it gave them.</summary>
/// <param name="Vectors">Of at least as many papers as the view that holds this; a paper's place is its place in the index.</param>
internal sealed record Meaning(Encoder Encoder, VectorPages Vectors)
{
    /// <summary>Encodes the papers from the first without a vector up to <paramref name="papers"/>' last: some 10 microseconds each.</summary>
    public void Extend(PaperStore papers, CancellationToken cancel)
    {
        var counter = new TermCounter();
        var vector = new float[EncoderModel.Dimensions];
        while (Vectors.Count < papers.Count)
        {
            cancel.ThrowIfCancellationRequested();
            counter.ReadWithoutAuthors(papers.Read(Vectors.Count), papers.Terms);
            Encoder.Encode(counter, vector);
            Vectors.Append(vector);
        }
    }
}
