using PaperDigest.Search;

namespace PaperDigest.Tests.Search;

public sealed class EightBitVectorTests
{
    [Fact]
    public void The_fast_ways_and_the_slow_give_the_same_sum()
    {
        var random = new Random(1);
        for (var round = 0; round < 200; round++)
        {
            var (a, b) = (Numbers(random), Numbers(random));
            var sum = a.Zip(b, (x, y) => x * y).Sum();
            Assert.Equal(sum, EightBitVector.Dot(a, b));
            Assert.Equal(sum, EightBitVector.PortableDot(a, b));
        }
    }

    [Fact]
    public void Nothing_overflows_at_the_ends_of_the_scale()
    {
        sbyte[] most = [.. Enumerable.Repeat((sbyte)127, 256)];
        sbyte[] least = [.. Enumerable.Repeat((sbyte)-127, 256)];
        Assert.Equal(-127 * 127 * 256, EightBitVector.PortableDot(most, least));
        Assert.Equal(127 * 127 * 256, EightBitVector.Dot(least, least));
    }

    [Fact]
    public void A_scaled_vector_is_added_number_by_number()
    {
        var levels = Numbers(new Random(3));
        var sums = Enumerable.Range(0, 256).Select(n => (float)n).ToArray();
        EightBitVector.AddTo(sums, levels, 0.5f);
        Assert.Equal(levels.Select((level, n) => n + (0.5f * level)), sums);
    }

    [Fact]
    public void A_vector_in_eight_bits_keeps_its_angles()
    {
        var random = new Random(2);
        var pages = new VectorPages();
        var vectors = Enumerable.Range(0, 50).Select(_ => Direction(random)).ToList();
        foreach (var vector in vectors) pages.Append(vector);
        var cosines = new float[vectors.Count];
        pages.Cosines(vectors[7], vectors.Count, cosines);
        Assert.All(vectors.Zip(cosines), p => Assert.Equal(DenseMatrix.Dot(vectors[7], p.First), p.Second, 0.01));
    }

    private static sbyte[] Numbers(Random random) => [.. Enumerable.Range(0, 256).Select(_ => (sbyte)random.Next(-127, 128))];

    private static float[] Direction(Random random)
    {
        var vector = Enumerable.Range(0, EncoderModel.Dimensions).Select(_ => (float)random.NextDouble() - 0.5f).ToArray();
        DenseMatrix.Scale(vector, 1 / MathF.Sqrt(DenseMatrix.Dot(vector, vector)));
        return vector;
    }
}
