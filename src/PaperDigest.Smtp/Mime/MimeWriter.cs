using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PaperDigest.Smtp.Mime;

/// <summary>
/// Writes a message as RFC 5322 and MIME want it: seven-bit, CRLF only, no line over 998 octets, text/plain before text/html
/// because the last part is the one preferred (RFC 2046, 5.1.4).
/// </summary>
public static class MimeWriter
{
    private const int LongestLine = 998;

    private static readonly HashSet<string> OwnHeaders = new(StringComparer.OrdinalIgnoreCase)
    {
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
    };

    /// <summary>Throws ArgumentException where a value cannot stand in a header; the texts of the body may hold anything.</summary>
    public static byte[] Write(OutgoingMessage message)
    {
        var output = new ArrayBufferWriter<byte>(1024 + (2 * (message.TextBody.Length + (message.HtmlBody?.Length ?? 0))));
        WriteHeader(MessageHeader.Address("From", message.From), output);
        WriteHeader(MessageHeader.Address("To", message.To), output);
        WriteHeader(MessageHeader.Text("Subject", message.Subject), output);
        WriteHeader(MessageHeader.Text("Date", DateOf(message.Date)), output);
        WriteHeader(MessageHeader.MessageId(message.MessageId), output);
        WriteFurtherHeaders(message.Headers, output);
        output.Write("MIME-Version: 1.0\r\n"u8);
        WriteBody(message, output);
        return output.WrittenSpan.ToArray();
    }

    private static void WriteFurtherHeaders(IReadOnlyList<MessageHeader> headers, ArrayBufferWriter<byte> output)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var header in headers)
        {
            if (OwnHeaders.Contains(header.Name) || !seen.Add(header.Name))
                throw new ArgumentException($"The header {header.Name} may occur only once.", nameof(headers));
            WriteHeader(header, output);
        }
    }

    private static void WriteHeader(MessageHeader header, ArrayBufferWriter<byte> output)
    {
        var lines = new StringBuilder(header.Name).Append(':');
        var column = lines.Length;
        foreach (var (place, word) in header.Words.Index())
        {
            // The first word stays beside the name: a first line without content confuses enough programs.
            var fold = place > 0 && column + 1 + word.Length > HeaderText.FoldAt;
            column = fold ? 1 + word.Length : column + 1 + word.Length;
            if (column > LongestLine)
                throw new ArgumentException($"A word in {header.Name} is too long for a line of {LongestLine} octets.", nameof(header));
            lines.Append(fold ? "\r\n " : word.Length > 0 ? " " : "").Append(word);
        }
        output.Write(Encoding.ASCII.GetBytes(lines.Append("\r\n").ToString()));
    }

    private static void WriteBody(OutgoingMessage message, ArrayBufferWriter<byte> output)
    {
        if (message.HtmlBody is not { } html)
        {
            TextPart.Write("plain", message.TextBody, output);
            return;
        }
        var boundary = BoundaryOf(message.MessageId);
        output.Write(Encoding.ASCII.GetBytes($"Content-Type: multipart/alternative;\r\n boundary=\"{boundary}\"\r\n\r\n--{boundary}\r\n"));
        TextPart.Write("plain", message.TextBody, output);
        output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}\r\n"));
        TextPart.Write("html", html, output);
        output.Write(Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
    }

    // "=_" occurs in neither quoted-printable nor base64, so no body can contain it (RFC 2045, 6.7 advises this).
    private static string BoundaryOf(string messageId) =>
        "=_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(messageId)).AsSpan(0, 12));

    private static string DateOf(DateTimeOffset date) =>
        date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);
}
