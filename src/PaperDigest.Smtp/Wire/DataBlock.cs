using System.Text;

namespace PaperDigest.Smtp.Wire;

/// <summary>
/// A message as DATA sends it, without its final dot: dots at the start of lines doubled (RFC 5321, 4.5.2), the last line ended.
/// </summary>
internal sealed class DataBlock
{
    private const int LongestLine = 998;

    private DataBlock(ReadOnlyMemory<byte> octets, int size, bool isAscii)
    {
        Octets = octets;
        Size = size;
        IsAscii = isAscii;
    }

    public ReadOnlyMemory<byte> Octets { get; }

    /// <summary>The message's octets as RFC 1870 counts them: without the doubled dots.</summary>
    public int Size { get; }

    public bool IsAscii { get; }

    /// <summary>
    /// Throws ArgumentException for a bare CR or LF, which some servers take for a line's end and so can be made to see another
    /// message (CVE-2023-51764), and for lines that no server need accept.
    /// </summary>
    public static DataBlock Of(ReadOnlyMemory<byte> message)
    {
        var dots = CheckLines(message.Span);
        var complete = message.Span.EndsWith("\r\n"u8) || message.IsEmpty;
        var isAscii = Ascii.IsValid(message.Span);
        if (dots == 0 && complete)
            return new(message, message.Length, isAscii);
        var size = message.Length + (complete ? 0 : 2);
        return new(Stuff(message.Span, size + dots), size, isAscii);
    }

    private static int CheckLines(ReadOnlySpan<byte> rest)
    {
        var dots = 0;
        while (!rest.IsEmpty)
        {
            dots += rest[0] == '.' ? 1 : 0;
            var length = rest.IndexOfAny((byte)'\r', (byte)'\n');
            var ended = length >= 0;
            if (ended && !rest[length..].StartsWith("\r\n"u8))
                throw new ArgumentException("A message may not contain CR or LF except as CRLF.", nameof(rest));
            if (!ended)
                length = rest.Length;
            if (length > LongestLine)
                throw new ArgumentException($"A message may not contain lines of more than {LongestLine} octets.", nameof(rest));
            rest = ended ? rest[(length + 2)..] : [];
        }
        return dots;
    }

    private static byte[] Stuff(ReadOnlySpan<byte> message, int length)
    {
        var stuffed = new byte[length];
        var room = stuffed.AsSpan();
        while (!message.IsEmpty)
        {
            if (message[0] == '.')
            {
                room[0] = (byte)'.';
                room = room[1..];
            }
            var end = message.IndexOf((byte)'\n');
            var line = end < 0 ? message : message[..(end + 1)];
            line.CopyTo(room);
            room = room[line.Length..];
            message = message[line.Length..];
        }
        "\r\n"u8[..room.Length].CopyTo(room);
        return stuffed;
    }
}
