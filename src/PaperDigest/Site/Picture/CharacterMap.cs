using System.Buffers.Binary;

namespace PaperDigest.Site;

/// <summary>Which glyph a font has for which character: the table cmap, in its formats 4 and 12.</summary>
internal static class CharacterMap
{
    public static Dictionary<int, int> Read(ReadOnlySpan<byte> table)
    {
        var glyphs = new Dictionary<int, int>();
        var maps = Unsigned(table, 2);
        for (var i = 0; i < maps; i++)
        {
            var map = table[(int)BinaryPrimitives.ReadUInt32BigEndian(table[(8 + (8 * i))..])..];
            if (Unsigned(map, 0) == 4) Segments(map, glyphs);
            else if (Unsigned(map, 0) == 12) Groups(map, glyphs);
        }
        return glyphs;
    }

    private static void Segments(ReadOnlySpan<byte> map, Dictionary<int, int> glyphs)
    {
        var count = Unsigned(map, 6) / 2;
        var (ends, starts) = (14, 16 + (2 * count));
        var (deltas, offsets) = (starts + (2 * count), starts + (4 * count));
        for (var i = 0; i < count; i++)
        {
            var (start, end, delta, offset) = (Unsigned(map, starts + (2 * i)), Unsigned(map, ends + (2 * i)), Unsigned(map, deltas + (2 * i)), Unsigned(map, offsets + (2 * i)));
            for (var character = start; character <= end && character < 0xFFFF; character++)
            {
                // An offset counts from its own place in the table.
                var glyph = offset == 0 ? character : Unsigned(map, offsets + (2 * i) + offset + (2 * (character - start)));
                if (glyph != 0 || offset == 0) glyphs[character] = (glyph + delta) & 0xFFFF;
            }
        }
    }

    private static void Groups(ReadOnlySpan<byte> map, Dictionary<int, int> glyphs)
    {
        var count = BinaryPrimitives.ReadInt32BigEndian(map[12..]);
        for (var i = 0; i < count; i++)
        {
            var group = map.Slice(16 + (12 * i), 12);
            var (start, end, glyph) = (BinaryPrimitives.ReadInt32BigEndian(group), BinaryPrimitives.ReadInt32BigEndian(group[4..]), BinaryPrimitives.ReadInt32BigEndian(group[8..]));
            for (var character = start; character <= end; character++) glyphs[character] = glyph + character - start;
        }
    }

    private static int Unsigned(ReadOnlySpan<byte> table, int at) => BinaryPrimitives.ReadUInt16BigEndian(table[at..]);
}
