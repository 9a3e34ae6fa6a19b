using System.Globalization;
using System.Text;

namespace PaperDigest.Smtp.Wire;

/// <summary>
/// Reads replies (RFC 5321, 4.2) from a connection, in whatever pieces they come. What it keeps is bounded; what breaks the
/// bounds or is no reply throws <see cref="FormatException"/>, the end of the connection <see cref="EndOfStreamException"/>.
/// </summary>
internal sealed class ReplyReader
{
    // RFC 5321 promises 512 octets a line; some relays give longer explanations, but none a book.
    private const int LongestLine = 4096;
    private const int MostLines = 200;

    private readonly byte[] buffer = new byte[LongestLine];
    private int start;
    private int end;

    /// <summary>True if octets have come that no reply has used yet. After STARTTLS that is an attack (CVE-2011-0411).</summary>
    public bool HasMore => end > start;

    public async ValueTask<SmtpReply> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        var code = 0;
        for (var lines = 1; lines <= MostLines; lines++)
        {
            var line = await ReadLineAsync(stream, cancellationToken);
            if (lines > 1 && CodeOf(line) != code)
                throw new FormatException("The lines of the relay's reply have different codes.");
            code = CodeOf(line);
            if (lines > 1)
                text.Append('\n');
            text.Append(line.AsSpan(Math.Min(4, line.Length)));
            if (line.Length == 3 || line[3] == ' ')
                return new SmtpReply(code, text.ToString());
        }
        throw new FormatException("The relay's reply does not end.");
    }

    private static int CodeOf(string line)
    {
        var wellFormed = line.Length >= 3 && line[0] is >= '2' and <= '5' && char.IsAsciiDigit(line[1]) && char.IsAsciiDigit(line[2])
            && (line.Length == 3 || line[3] is ' ' or '-');
        return wellFormed
            ? int.Parse(line.AsSpan(0, 3), CultureInfo.InvariantCulture)
            : throw new FormatException("The relay's answer is no SMTP reply.");
    }

    private async ValueTask<string> ReadLineAsync(Stream stream, CancellationToken cancellationToken)
    {
        var scanned = 0;
        while (true)
        {
            var at = buffer.AsSpan(start + scanned, end - start - scanned).IndexOf((byte)'\n');
            if (at >= 0)
                return TakeLine(scanned + at);
            scanned = end - start;
            MakeRoom();
            var read = await stream.ReadAsync(buffer.AsMemory(end), cancellationToken);
            if (read == 0)
                throw new EndOfStreamException("The relay closed the connection.");
            end += read;
        }
    }

    private void MakeRoom()
    {
        if (end < buffer.Length)
            return;
        if (start == 0)
            throw new FormatException($"The relay sent a line of more than {LongestLine} octets.");
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
    }

    private string TakeLine(int length)
    {
        var line = buffer.AsSpan(start, length);
        start += length + 1;
        if (start == end)
            start = end = 0;
        if (line.EndsWith("\r"u8))
            line = line[..^1];
        // Replies end up in logs and on pages: junk is shown as such, controls cannot forge a line.
        return string.Create(Encoding.UTF8.GetCharCount(line), line, static (text, octets) =>
        {
            Encoding.UTF8.GetChars(octets, text);
            foreach (ref var c in text)
                c = char.IsControl(c) ? '\uFFFD' : c;
        });
    }
}
