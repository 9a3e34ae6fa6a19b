using System.Runtime.CompilerServices;

namespace PaperDigest.Search;

/// <summary>
/// The papers' vectors in eight bits a number, 256 bytes a paper, and the step that one of the 255 levels stands for. One thread
/// appends; what was appended never changes, so that any number may read.
/// </summary>
internal sealed class VectorPages
{
    private const int PageBits = 12;
    private const int PageLength = 1 << PageBits;
    private const float Levels = 127;
    private sbyte[][] _pages = [];
    private float[] _steps = [];

    public int Count { get; private set; }

    public long Size => (_pages.LongLength * PageLength * EncoderModel.Dimensions) + (4L * _steps.Length);

    /// <summary>Appends a vector of length 1, or of length 0 for a paper of which the encoder knows no word.</summary>
    public void Append(ReadOnlySpan<float> vector)
    {
        Grow();
        var to = _pages[Count >> PageBits].AsSpan((Count & (PageLength - 1)) * EncoderModel.Dimensions, EncoderModel.Dimensions);
        _steps[Count++] = Quantise(vector, to);
    }

    /// <summary>Rounds to eight bits and returns the step between two levels: the largest number takes the last.</summary>
    public static float Quantise(ReadOnlySpan<float> vector, Span<sbyte> levels)
    {
        var largest = 1e-9f;
        foreach (var value in vector) largest = MathF.Max(largest, MathF.Abs(value));
        for (var i = 0; i < vector.Length; i++) levels[i] = (sbyte)MathF.Round(vector[i] / largest * Levels);
        return largest / Levels;
    }

    /// <summary>The cosine of a paper's vector with one that was quantised.</summary>
    public float Cosine(int paper, ReadOnlySpan<sbyte> query, float step) => EightBitVector.Dot(query, Levelled(paper)) * step * _steps[paper];

    /// <summary>The cosines of the first <paramref name="count"/> papers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Cosines(ReadOnlySpan<float> query, int count, Span<float> cosines)
    {
        Span<sbyte> levels = stackalloc sbyte[EncoderModel.Dimensions];
        var step = Quantise(query, levels);
        for (var paper = 0; paper < count; paper++) cosines[paper] = Cosine(paper, levels, step);
    }

    private ReadOnlySpan<sbyte> Levelled(int paper) =>
        _pages[paper >> PageBits].AsSpan((paper & (PageLength - 1)) * EncoderModel.Dimensions, EncoderModel.Dimensions);

    // Readers hold this object, not its arrays: a longer array has all that the shorter had before it takes its place.
    private void Grow()
    {
        if (Count == _steps.Length) Array.Resize(ref _steps, Math.Max(PageLength, 2 * Count));
        if (Count >> PageBits < _pages.Length) return;
        Array.Resize(ref _pages, _pages.Length + 1);
        _pages[^1] = new sbyte[PageLength * EncoderModel.Dimensions];
    }
}
