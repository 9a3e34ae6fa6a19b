using System.Text;
using System.Text.RegularExpressions;

namespace PaperDigest.Tests.Smtp;

/// <summary>
/// Reads back what MimeWriter wrote, written from the standards and not from the writer: unfolds, decodes encoded-words,
/// quoted-printable and base64.
/// </summary>
internal sealed partial class MimeReader
{
    private MimeReader(IReadOnlyList<KeyValuePair<string, string>> headers, string body)
    {
        Headers = headers;
        Body = body;
    }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>As it stands in the message, still encoded.</summary>
    public string Body { get; }

    /// <summary>The parts of a multipart in their order.</summary>
    public IReadOnlyList<MimeReader> Parts
    {
        get
        {
            var boundary = BoundaryPattern().Match(this["Content-Type"]).Groups[1].Value;
            var body = Body[..Body.IndexOf($"\r\n--{boundary}--", StringComparison.Ordinal)];
            return [.. ("\r\n" + body).Split($"\r\n--{boundary}\r\n").Skip(1).Select(Read)];
        }
    }

    /// <summary>The text of this part, decoded; its line breaks are CRLF.</summary>
    public string Text => Encoding.UTF8.GetString(
        this["Content-Transfer-Encoding"] == "base64" ? Convert.FromBase64String(Body) : Unquote(Body.Replace("=\r\n", "", StringComparison.Ordinal)));

    /// <summary>The one header of this name, unfolded but not decoded.</summary>
    public string this[string name] => Headers.Single(header => header.Key == name).Value;

    public static MimeReader Read(byte[] octets) => Read(Encoding.ASCII.GetString(octets));

    /// <summary>What a reader sees of a header: its encoded-words decoded and joined.</summary>
    public string Decoded(string name) => Decode(this[name]);

    public static string Decode(string value)
    {
        var joined = BetweenWordsPattern().Replace(value, "$1");
        return WordPattern().Replace(joined, word => Encoding.UTF8.GetString(
            word.Groups[1].Value == "B"
                ? Convert.FromBase64String(word.Groups[2].Value)
                : Unquote(word.Groups[2].Value.Replace('_', ' '))));
    }

    private static MimeReader Read(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = text[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n")
            .Select(line => line.Split(':', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1].TrimStart(' ')));
        return new([.. headers], text[(end + 4)..]);
    }

    private static byte[] Unquote(string text)
    {
        var octets = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '=')
            {
                octets.Add((byte)text[i]);
                continue;
            }
            octets.Add(Convert.FromHexString(text.AsSpan(i + 1, 2))[0]);
            i += 2;
        }
        return [.. octets];
    }

    [GeneratedRegex("""boundary="([^"]+)""")]
    private static partial Regex BoundaryPattern();

    [GeneratedRegex("""(=\?utf-8\?[BQ]\?[^?]*\?=) +(?==\?utf-8\?[BQ]\?[^?]*\?=)""")]
    private static partial Regex BetweenWordsPattern();

    [GeneratedRegex("""=\?utf-8\?([BQ])\?([^?]*)\?=""")]
    private static partial Regex WordPattern();
}
