using System.IO.Compression;
using System.Runtime.InteropServices;

namespace PaperDigest.Search;

/// <summary>An encoder as bytes: compressed, with the layout's number in front.</summary>
internal static class EncoderFile
{
    private const int Layout = 1;

    public static byte[] Write(EncoderModel model)
    {
        using var bytes = new MemoryStream();
        using (var packed = new BrotliStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        using (var writer = new BinaryWriter(packed))
        {
            writer.Write(Layout);
            writer.Write(model.Terms.Count);
            foreach (var term in model.Terms) writer.Write(term);
            foreach (var step in model.Steps) writer.Write(step);
            writer.Write(MemoryMarshal.AsBytes<sbyte>(model.Levels));
        }
        return bytes.ToArray();
    }

    /// <summary>Null when the bytes are of another layout, such as that of another version of the program.</summary>
    public static EncoderModel? Read(byte[] bytes)
    {
        using var packed = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var reader = new BinaryReader(packed);
        if (reader.ReadInt32() != Layout) return null;
        var count = reader.ReadInt32();
        var terms = Enumerable.Range(0, count).Select(_ => reader.ReadString()).ToArray();
        var steps = Enumerable.Range(0, count).Select(_ => reader.ReadSingle()).ToArray();
        var levels = new sbyte[count * EncoderModel.Dimensions];
        packed.ReadExactly(MemoryMarshal.AsBytes(levels.AsSpan()));
        return new EncoderModel(terms, steps, levels);
    }
}
