using System.Text.Json;

namespace PaperDigest.Listings;

/// <summary>What a file given for import turns out to be, by what is in it; its name says nothing.</summary>
public enum FileFormat
{
    /// <summary>The snapshot of arXiv's metadata: a JSON object a line, each a paper.</summary>
    Snapshot,

    /// <summary>Hugging Face's daily papers: an answer of its API, or a list of a date a line.</summary>
    DailyPapers,

    Empty,
    WebPage,
    ZipArchive,

    /// <summary>Packed by something other than gzip.</summary>
    Packed,

    /// <summary>Text in UTF-16.</summary>
    Utf16,
    Unknown,
}

/// <summary>Tells the formats apart by the beginning of a file, unpacked where it was gzipped.</summary>
internal static class FileFormats
{
    private static readonly (FileFormat Format, byte[] Beginning)[] Signs =
    [
        (FileFormat.ZipArchive, "PK\x03\x04"u8.ToArray()), (FileFormat.ZipArchive, "PK\x05\x06"u8.ToArray()),
        (FileFormat.Packed, [0x28, 0xB5, 0x2F, 0xFD]), (FileFormat.Packed, [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z']),
        (FileFormat.Packed, "BZh"u8.ToArray()), (FileFormat.Packed, "7z\xBC"u8.ToArray()), (FileFormat.Packed, [0x1F, 0x8B]),
        (FileFormat.Utf16, [0xFF, 0xFE]), (FileFormat.Utf16, [0xFE, 0xFF]),
    ];

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The format by the first bytes of the file; some ten thousand are enough.</summary>
    public static FileFormat Of(ReadOnlySpan<byte> head)
    {
        foreach (var (format, beginning) in Signs)
        {
            if (head.StartsWith(beginning)) return format;
        }
        if (head.StartsWith(ByteOrderMark)) head = head[ByteOrderMark.Length..];
        head = head.TrimStart(" \t\r\n"u8);
        if (head.IsEmpty) return FileFormat.Empty;
        if (head[0] == '<') return FileFormat.WebPage;
        return head[0] == '[' ? OfArray(head) : OfLines(head);
    }

    /// <summary>What a file is that can be taken in.</summary>
    public static string InWords(FileFormat format) => format switch
    {
        FileFormat.Snapshot => "the arXiv snapshot",
        FileFormat.DailyPapers => "Hugging Face's daily papers",
        _ => "something else",
    };

    /// <summary>What is wrong with a file of this format and what to do about it; null when it can be taken in.</summary>
    public static string? WhyNot(FileFormat format) => format switch
    {
        FileFormat.Snapshot or FileFormat.DailyPapers => null,
        FileFormat.Empty => "is empty.",
        FileFormat.WebPage => "is a web page and no data file; the download probably asked to sign in.",
        FileFormat.ZipArchive => "is a zip archive. Unpack it (unzip FILE) and give the file in it.",
        FileFormat.Packed => "is packed in a way that is not read here. Unpack it; plain and gzipped files are read.",
        FileFormat.Utf16 => "is text in UTF-16. Convert it to UTF-8 (iconv -f UTF-16 -t UTF-8).",
        _ => "is neither the arXiv snapshot (a JSON object a line, each a paper) nor Hugging Face's daily papers.",
    };

    // A first line that is damaged must not hide what the others are.
    private static FileFormat OfLines(ReadOnlySpan<byte> head)
    {
        while (!head.IsEmpty)
        {
            var end = head.IndexOf((byte)'\n');
            var line = end < 0 ? head : head[..end];
            if (OfObject(new Utf8JsonReader(line, isFinalBlock: false, default)) is var format and not FileFormat.Unknown) return format;
            head = end < 0 ? [] : head[(end + 1)..];
        }
        return FileFormat.Unknown;
    }

    private static FileFormat OfArray(ReadOnlySpan<byte> head)
    {
        var reader = new Utf8JsonReader(head, isFinalBlock: false, default);
        try
        {
            if (!reader.Read() || !reader.Read()) return FileFormat.Unknown;
            return reader.TokenType == JsonTokenType.EndArray || KeysOf(ref reader).HasFlag(Keys.Paper) ? FileFormat.DailyPapers : FileFormat.Unknown;
        }
        catch (JsonException)
        {
            return FileFormat.Unknown;
        }
    }

    private static FileFormat OfObject(Utf8JsonReader reader)
    {
        try
        {
            var keys = reader.Read() ? KeysOf(ref reader) : Keys.None;
            if (keys.HasFlag(Keys.Date | Keys.Papers)) return FileFormat.DailyPapers;
            return keys.HasFlag(Keys.Id | Keys.Versions) ? FileFormat.Snapshot : FileFormat.Unknown;
        }
        catch (JsonException)
        {
            return FileFormat.Unknown;
        }
    }

    /// <summary>Which of the telling keys the object has, as far as the bytes go.</summary>
    private static Keys KeysOf(ref Utf8JsonReader reader)
    {
        var keys = Keys.None;
        if (reader.TokenType != JsonTokenType.StartObject) return keys;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) keys |= Keys.Id;
            else if (reader.ValueTextEquals("versions"u8) || reader.ValueTextEquals("categories"u8)) keys |= Keys.Versions;
            else if (reader.ValueTextEquals("date"u8)) keys |= Keys.Date;
            else if (reader.ValueTextEquals("papers"u8)) keys |= Keys.Papers;
            else if (reader.ValueTextEquals("paper"u8)) keys |= Keys.Paper;
            if (!reader.TrySkip()) break;
        }
        return keys;
    }

    [Flags]
    private enum Keys
    {
        None = 0,
        Id = 1,
        Versions = 2,
        Date = 4,
        Papers = 8,
        Paper = 16,
    }
}
