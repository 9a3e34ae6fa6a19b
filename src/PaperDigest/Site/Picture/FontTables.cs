using System.Buffers.Binary;
using System.IO.Compression;

namespace PaperDigest.Site;

/// <summary>The tables of a font file in the Web Open Font Format, version 1 (W3C Recommendation of 2012). Only our own files are read.</summary>
internal sealed class FontTables
{
    private const uint Signature = 0x774F4646; // wOFF
    private const int HeaderLength = 44, EntryLength = 20;

    private readonly Dictionary<string, byte[]> _tables = [];

    public FontTables(ReadOnlySpan<byte> file)
    {
        if (BinaryPrimitives.ReadUInt32BigEndian(file) != Signature) throw new InvalidDataException("This is no WOFF file.");
        var count = BinaryPrimitives.ReadUInt16BigEndian(file[12..]);
        for (var i = 0; i < count; i++)
        {
            var entry = file.Slice(HeaderLength + (i * EntryLength), EntryLength);
            var (offset, stored, length) = (Number(entry, 4), Number(entry, 8), Number(entry, 12));
            _tables[System.Text.Encoding.ASCII.GetString(entry[..4])] = Table(file.Slice(offset, stored), length);
        }
    }

    public ReadOnlySpan<byte> this[string tag] => _tables[tag];

    private static int Number(ReadOnlySpan<byte> entry, int at) => BinaryPrimitives.ReadInt32BigEndian(entry[at..]);

    private static byte[] Table(ReadOnlySpan<byte> stored, int length)
    {
        if (stored.Length == length) return stored.ToArray();
        using var source = new ZLibStream(new MemoryStream(stored.ToArray()), CompressionMode.Decompress);
        var table = new byte[length];
        source.ReadExactly(table);
        return table;
    }
}
