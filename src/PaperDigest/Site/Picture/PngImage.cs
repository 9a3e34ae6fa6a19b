using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace PaperDigest.Site;

/// <summary>Writes a picture in the Portable Network Graphics format (W3C Recommendation, third edition): a palette of 256 colours.</summary>
internal static class PngImage
{
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];
    private static readonly uint[] Remainders = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static byte[] Of(Canvas canvas)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, canvas.Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), canvas.Height);
        (head[8], head[9]) = (8, 3);
        Chunk(file, "IHDR", head);
        Chunk(file, "PLTE", [.. canvas.Palette.SelectMany(c => (byte[])[c.Red, c.Green, c.Blue])]);
        Chunk(file, "IDAT", Packed(canvas));
        Chunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The rows, each without a filter: large even grounds pack well as they are.</summary>
    private static byte[] Packed(Canvas canvas)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest))
        {
            for (var row = 0; row < canvas.Height; row++)
            {
                zlib.WriteByte(0);
                zlib.Write(canvas.Pixels, row * canvas.Width, canvas.Width);
            }
        }
        return packed.ToArray();
    }

    private static void Chunk(Stream file, string type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        var name = Encoding.ASCII.GetBytes(type);
        file.Write(name);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Sum(Sum(uint.MaxValue, name), data));
        file.Write(number);
    }

    private static uint Sum(uint sum, ReadOnlySpan<byte> data)
    {
        foreach (var octet in data) sum = Remainders[(sum ^ octet) & 0xFF] ^ (sum >> 8);
        return sum;
    }
}
