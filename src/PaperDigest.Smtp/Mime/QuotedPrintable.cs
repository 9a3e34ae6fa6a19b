using System.Buffers;

namespace PaperDigest.Smtp.Mime;

/// <summary>Quoted-printable of RFC 2045, 6.7: line breaks of the text stay line breaks, no line is longer than 76 characters.</summary>
internal static class QuotedPrintable
{
    // One column is kept for the = of a soft break.
    private const int LastColumn = 75;

    /// <summary>Writes text whose line breaks are CRLF.</summary>
    public static void Write(ReadOnlySpan<byte> text, IBufferWriter<byte> output)
    {
        var room = output.GetSpan(WorstLength(text.Length));
        var length = 0;
        var column = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var octet = text[i];
            if (octet == '\r' && i + 1 < text.Length && text[i + 1] == '\n')
            {
                "\r\n"u8.CopyTo(room[length..]);
                length += 2;
                column = 0;
                i++;
                continue;
            }
            var literal = octet is >= 33 and <= 126 and not (byte)'=' || (octet is 32 or 9 && !EndsLine(text, i + 1));
            if (column + (literal ? 1 : 3) > LastColumn)
            {
                "=\r\n"u8.CopyTo(room[length..]);
                length += 3;
                column = 0;
            }
            var written = literal ? PutLiteral(octet, room[length..]) : PutHex(octet, room[length..]);
            length += written;
            column += written;
        }
        output.Advance(length);
    }

    // Three for each octet, and a soft break after each 73 at the least.
    private static int WorstLength(int octets) => (octets * 3) + (octets * 3 / 73 * 3) + 16;

    private static bool EndsLine(ReadOnlySpan<byte> text, int next) =>
        next == text.Length || (text[next] == '\r' && next + 1 < text.Length && text[next + 1] == '\n');

    private static int PutLiteral(byte octet, Span<byte> room)
    {
        room[0] = octet;
        return 1;
    }

    private static int PutHex(byte octet, Span<byte> room)
    {
        room[0] = (byte)'=';
        room[1] = "0123456789ABCDEF"u8[octet >> 4];
        room[2] = "0123456789ABCDEF"u8[octet & 15];
        return 3;
    }
}
