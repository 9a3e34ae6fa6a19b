using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class EncoderTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private const int Topics = 40;

    [Fact]
    public void Words_that_keep_company_are_near_in_meaning_and_training_is_the_same_each_time()
    {
        var index = Library(1_200);
        var model = index.Train(Cancel);
        Assert.NotNull(model);
        Assert.Equal(model.Levels, index.Train(Cancel)!.Levels);

        index.Adopt(index.Encode(model, Cancel), Cancel);
        // A topic has one set of words in its titles and another in its abstracts: only their company joins them.
        var found = HybridRanking.Of(index.View, index.WordsOf("head3a head3b head3c head3d head3a head3b"), RankingLegs.Meaning);
        index.Add(new IndexedPaper("new", "", Sentence(new Random(5), "body", 3, 30)));
        index.Publish(Cancel);
        var cosines = new float[index.View.Count];
        index.View.Meaning!.Vectors.Cosines(index.View.Meaning.Encoder.Encode(index.WordsOf("head3a head3b head3c")), cosines.Length, cosines);

        Assert.True(found.Take(20).All(f => int.Parse(index.KeyOf(f.Paper), null) % Topics == 3));
        Assert.InRange(cosines.Count(c => c > cosines[^1]), 0, 1_200 / Topics);
    }

    [Fact]
    public void There_is_no_encoder_below_a_thousand_papers() => Assert.Null(Library(999).Train(Cancel));

    private static PaperIndex Library(int papers)
    {
        var index = new PaperIndex();
        var random = new Random(1);
        for (var n = 0; n < papers; n++)
            index.Add(new IndexedPaper($"{n}", Sentence(random, "head", n % Topics, 5), Sentence(random, "body", n % Topics, 12) + ". " + Sentence(random, "body", n % Topics, 12) + "."));
        index.Publish(Cancel);
        return index;
    }

    private static string Sentence(Random random, string kind, int topic, int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => random.Next(4) == 0 ? $"common{random.Next(300)}" : $"{kind}{topic}{(char)('a' + random.Next(8))}"));
}
