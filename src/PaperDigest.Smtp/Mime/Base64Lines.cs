using System.Buffers;
using System.Buffers.Text;

namespace PaperDigest.Smtp.Mime;

/// <summary>Base64 of RFC 2045, 6.8, in lines of 76 characters.</summary>
internal static class Base64Lines
{
    private const int OctetsInLine = 57;

    public static void Write(ReadOnlySpan<byte> octets, IBufferWriter<byte> output)
    {
        while (!octets.IsEmpty)
        {
            var line = octets[..Math.Min(OctetsInLine, octets.Length)];
            var room = output.GetSpan(78);
            Base64.EncodeToUtf8(line, room, out _, out var written);
            "\r\n"u8.CopyTo(room[written..]);
            output.Advance(written + 2);
            octets = octets[line.Length..];
        }
    }
}
