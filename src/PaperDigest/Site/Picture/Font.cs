using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace PaperDigest.Site;

/// <summary>Outlines and widths of a TrueType font (OpenType specification: cmap, head, hhea, hmtx, loca, glyf).</summary>
internal sealed class Font
{
    // Bits of a point, and of a part of a glyph that is made of others.
    private const int OnCurve = 1, ShortX = 2, ShortY = 4, Repeats = 8, SameX = 16, SameY = 32;
    private const int WordArguments = 1, IsOffset = 2, HasScale = 8, MoreParts = 32, HasTwoScales = 64, HasMatrix = 128;
    private const int DeepestPart = 4;

    private readonly FontTables _tables;
    private readonly bool _hasLongOffsets;
    private readonly int _widths;
    private readonly Dictionary<int, int> _glyphs;
    private readonly ConcurrentDictionary<int, IReadOnlyList<GlyphPoint[]>> _outlines = new();

    public Font(ReadOnlySpan<byte> woff)
    {
        _tables = new FontTables(woff);
        UnitsPerEm = Unsigned(_tables["head"], 18);
        _hasLongOffsets = Unsigned(_tables["head"], 50) == 1;
        _widths = Unsigned(_tables["hhea"], 34);
        _glyphs = CharacterMap.Read(_tables["cmap"]);
    }

    public int UnitsPerEm { get; }

    /// <summary>The glyph of a character; null when the font has none.</summary>
    public int? Glyph(int character) => _glyphs.TryGetValue(character, out var glyph) && glyph != 0 ? glyph : null;

    /// <summary>How far the next glyph stands, in units.</summary>
    public int Advance(int glyph) => Unsigned(_tables["hmtx"], 4 * Math.Min(glyph, _widths - 1));

    /// <summary>The closed curves of a glyph.</summary>
    public IReadOnlyList<GlyphPoint[]> Outline(int glyph) => _outlines.GetOrAdd(glyph, g => Read(g, 0));

    private List<GlyphPoint[]> Read(int glyph, int depth)
    {
        var (start, end) = (Offset(glyph), Offset(glyph + 1));
        if (start == end || depth > DeepestPart) return [];
        var data = _tables["glyf"][start..end];
        var contours = BinaryPrimitives.ReadInt16BigEndian(data);
        return contours >= 0 ? Simple(data, contours) : Composite(data, depth);
    }

    private int Offset(int glyph) =>
        _hasLongOffsets ? (int)BinaryPrimitives.ReadUInt32BigEndian(_tables["loca"][(4 * glyph)..]) : 2 * Unsigned(_tables["loca"], 2 * glyph);

    private static List<GlyphPoint[]> Simple(ReadOnlySpan<byte> data, int contours)
    {
        var ends = new int[contours];
        for (var i = 0; i < contours; i++) ends[i] = Unsigned(data, 10 + (2 * i));
        var points = contours == 0 ? 0 : ends[^1] + 1;
        var at = 10 + (2 * contours);
        at += 2 + Unsigned(data, at);
        var flags = Flags(data, ref at, points);
        var xs = Coordinates(data, ref at, flags, ShortX, SameX);
        var ys = Coordinates(data, ref at, flags, ShortY, SameY);
        var outline = new List<GlyphPoint[]>();
        for (int i = 0, from = 0; i < contours; from = ends[i++] + 1)
            outline.Add([.. Enumerable.Range(from, ends[i] + 1 - from).Select(p => new GlyphPoint(xs[p], ys[p], (flags[p] & OnCurve) != 0))]);
        return outline;
    }

    private static byte[] Flags(ReadOnlySpan<byte> data, ref int at, int points)
    {
        var flags = new byte[points];
        for (var i = 0; i < points; i++)
        {
            flags[i] = data[at++];
            if ((flags[i] & Repeats) == 0) continue;
            for (var more = data[at++]; more > 0 && i + 1 < points; more--, i++) flags[i + 1] = flags[i];
        }
        return flags;
    }

    private static int[] Coordinates(ReadOnlySpan<byte> data, ref int at, byte[] flags, int isShort, int isSame)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var i = 0; i < flags.Length; i++)
        {
            if ((flags[i] & isShort) != 0) value += (flags[i] & isSame) != 0 ? data[at++] : -data[at++];
            else if ((flags[i] & isSame) == 0)
            {
                value += BinaryPrimitives.ReadInt16BigEndian(data[at..]);
                at += 2;
            }
            values[i] = value;
        }
        return values;
    }

    /// <summary>A glyph of others, such as a letter and its accent, or a bracket that is another one turned.</summary>
    private List<GlyphPoint[]> Composite(ReadOnlySpan<byte> data, int depth)
    {
        var outline = new List<GlyphPoint[]>();
        for (int at = 10, flags = MoreParts; (flags & MoreParts) != 0;)
        {
            flags = Unsigned(data, at);
            var part = Unsigned(data, at + 2);
            var words = (flags & WordArguments) != 0;
            var (dx, dy) = words
                ? (BinaryPrimitives.ReadInt16BigEndian(data[(at + 4)..]), BinaryPrimitives.ReadInt16BigEndian(data[(at + 6)..]))
                : ((sbyte)data[at + 4], (sbyte)data[at + 5]);
            if ((flags & IsOffset) == 0) (dx, dy) = (0, 0);
            at += words ? 8 : 6;
            var (xx, xy, yx, yy) = Matrix(data, ref at, flags);
            outline.AddRange(Read(part, depth + 1).Select(c => Array.ConvertAll(c, p => p with { X = (xx * p.X) + (yx * p.Y) + dx, Y = (xy * p.X) + (yy * p.Y) + dy })));
        }
        return outline;
    }

    /// <summary>How a part is scaled and turned.</summary>
    private static (double XX, double XY, double YX, double YY) Matrix(ReadOnlySpan<byte> data, ref int at, int flags)
    {
        var count = (flags & HasScale) != 0 ? 1 : (flags & HasTwoScales) != 0 ? 2 : (flags & HasMatrix) != 0 ? 4 : 0;
        Span<double> numbers = stackalloc double[4];
        for (var i = 0; i < count; i++, at += 2) numbers[i] = BinaryPrimitives.ReadInt16BigEndian(data[at..]) / 16384.0;
        return count switch
        {
            1 => (numbers[0], 0, 0, numbers[0]),
            2 => (numbers[0], 0, 0, numbers[1]),
            4 => (numbers[0], numbers[1], numbers[2], numbers[3]),
            _ => (1, 0, 0, 1),
        };
    }

    private static int Unsigned(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
}
