using System.Buffers;
using System.Text;

namespace PaperDigest.Smtp.Mime;

/// <summary>One text of a message with its own content headers, in whichever of the two encodings is shorter.</summary>
internal static class TextPart
{
    // A non-ASCII octet costs three in quoted-printable and 1.37 in base64: from about a sixth on, base64 is shorter.
    private const int Base64From = 6;

    /// <summary>Writes Content-Type, Content-Transfer-Encoding, an empty line and the text, which always ends in a line break.</summary>
    public static void Write(string subtype, string text, IBufferWriter<byte> output)
    {
        var octets = Encoding.UTF8.GetBytes(Canonical(text));
        var base64 = octets.Length - Ascii(octets) > octets.Length / Base64From;
        var encoding = base64 ? "base64" : "quoted-printable";
        output.Write(Encoding.ASCII.GetBytes(
            $"Content-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"));
        if (base64)
            Base64Lines.Write(octets, output);
        else
            QuotedPrintable.Write(octets, output);
    }

    // RFC 2045: a text's line break is CRLF and nothing else.
    private static string Canonical(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        return (lines.EndsWith('\n') ? lines : lines + '\n').Replace("\n", "\r\n", StringComparison.Ordinal);
    }

    private static int Ascii(ReadOnlySpan<byte> octets)
    {
        var count = 0;
        foreach (var octet in octets)
            count += octet < 0x80 ? 1 : 0;
        return count;
    }
}
