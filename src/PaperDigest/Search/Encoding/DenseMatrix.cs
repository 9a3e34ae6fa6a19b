using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PaperDigest.Search;

/// <summary>
/// A matrix of floats, row after row, with the few operations that the encoder's training is made of, on one core. They are
/// compiled for speed at once: vectors in code that is still being watched are fifty times slower.
/// </summary>
/// <param name="Columns">A multiple of <see cref="Step"/>.</param>
internal sealed record DenseMatrix(int Rows, int Columns)
{
    /// <summary>How many columns the product takes at once: two vectors of the widest kind there is.</summary>
    public const int Step = 32;

    public float[] Values { get; } = new float[Rows * Columns];

    public Span<float> Row(int row) => Values.AsSpan(row * Columns, Columns);

    public DenseMatrix Transposed()
    {
        var turned = new DenseMatrix(Columns, Rows);
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++) turned.Values[(column * Rows) + row] = Values[(row * Columns) + column];
        }
        return turned;
    }

    /// <summary>This times <paramref name="right"/>. About 20 billion multiplications a second on a core with 256-bit vectors.</summary>
    public DenseMatrix Times(DenseMatrix right)
    {
        var product = new DenseMatrix(Rows, right.Columns);
        // Panels of so many columns stay in the nearest cache while all rows go over them.
        for (var column = 0; column < right.Columns; column += Step)
        {
            var row = 0;
            for (; row + 4 <= Rows; row += 4) TimesPanel(right, product, row, column);
            for (; row < Rows; row++) TimesColumns(right, product, row, column);
        }
        return product;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TimesPanel(DenseMatrix right, DenseMatrix product, int row, int column)
    {
        var width = Vector<float>.Count;
        var (a, b) = (Values, right.Values);
        for (var at = column; at < column + Step; at += 2 * width)
        {
            Vector<float> s00 = default, s01 = default, s10 = default, s11 = default, s20 = default, s21 = default, s30 = default, s31 = default;
            var (r0, r1, r2, r3) = (row * Columns, (row + 1) * Columns, (row + 2) * Columns, (row + 3) * Columns);
            for (var k = 0; k < Columns; k++)
            {
                ref var start = ref b[(k * right.Columns) + at];
                var (b0, b1) = (Vector.LoadUnsafe(ref start), Vector.LoadUnsafe(ref start, (nuint)width));
                var (a0, a1, a2, a3) = (new Vector<float>(a[r0 + k]), new Vector<float>(a[r1 + k]), new Vector<float>(a[r2 + k]), new Vector<float>(a[r3 + k]));
                (s00, s01) = (Vector.FusedMultiplyAdd(a0, b0, s00), Vector.FusedMultiplyAdd(a0, b1, s01));
                (s10, s11) = (Vector.FusedMultiplyAdd(a1, b0, s10), Vector.FusedMultiplyAdd(a1, b1, s11));
                (s20, s21) = (Vector.FusedMultiplyAdd(a2, b0, s20), Vector.FusedMultiplyAdd(a2, b1, s21));
                (s30, s31) = (Vector.FusedMultiplyAdd(a3, b0, s30), Vector.FusedMultiplyAdd(a3, b1, s31));
            }
            Store(product, row, at, s00, s01);
            Store(product, row + 1, at, s10, s11);
            Store(product, row + 2, at, s20, s21);
            Store(product, row + 3, at, s30, s31);
        }
    }

    private static void Store(DenseMatrix product, int row, int column, Vector<float> first, Vector<float> second)
    {
        ref var start = ref product.Values[(row * product.Columns) + column];
        first.StoreUnsafe(ref start);
        second.StoreUnsafe(ref start, (nuint)Vector<float>.Count);
    }

    private void TimesColumns(DenseMatrix right, DenseMatrix product, int row, int column)
    {
        var sums = product.Row(row).Slice(column, Step);
        var left = Row(row);
        for (var k = 0; k < Columns; k++) AddScaled(sums, right.Row(k).Slice(column, Step), left[k]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var va = MemoryMarshal.Cast<float, Vector<float>>(a);
        var vb = MemoryMarshal.Cast<float, Vector<float>>(b);
        var sum = Vector<float>.Zero;
        for (var i = 0; i < va.Length; i++) sum = Vector.FusedMultiplyAdd(va[i], vb[i], sum);
        return Vector.Sum(sum);
    }

    /// <summary>Adds <paramref name="scale"/> times <paramref name="values"/> to <paramref name="sums"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(Span<float> sums, ReadOnlySpan<float> values, float scale)
    {
        var to = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var from = MemoryMarshal.Cast<float, Vector<float>>(values);
        var factor = new Vector<float>(scale);
        for (var i = 0; i < to.Length; i++) to[i] = Vector.FusedMultiplyAdd(factor, from[i], to[i]);
    }

    public static void Scale(Span<float> values, float factor)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        for (var i = 0; i < vectors.Length; i++) vectors[i] *= factor;
    }
}
