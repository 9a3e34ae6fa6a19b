using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace PaperDigest.Listings;

/// <summary>A file opened for import, gzipped or plain, with what is known of it from its beginning.</summary>
internal sealed class ImportFile : IDisposable
{
    private const int HeadLength = 1 << 16;

    private readonly FileStream _file;

    private ImportFile(FileStream file) => (_file, Name, Length) = (file, Path.GetFileName(file.Name), file.Length);

    public string Name { get; }

    public bool IsGzipped { get; private init; }

    public FileFormat Format { get; private init; }

    /// <summary>The same for the same file under another name, another for one that grew.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>Bytes on disk, and how many of them have been read.</summary>
    public long Length { get; }

    public long BytesRead => _file.Position;

    /// <summary>Opens the file and looks at its beginning.</summary>
    /// <exception cref="IOException">It is not there, or can't be read; so for <see cref="UnauthorizedAccessException"/>.</exception>
    public static ImportFile Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        try
        {
            Span<byte> magic = stackalloc byte[2];
            var isGzipped = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1F, 0x8B];
            return new ImportFile(file) { IsGzipped = isGzipped, Format = FormatOf(file, isGzipped), Fingerprint = FingerprintOf(file) };
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The content, unpacked, from its byte <paramref name="from"/> on.</summary>
    /// <exception cref="InvalidDataException">The packed file is damaged before that byte.</exception>
    public Stream Content(long from)
    {
        _file.Position = IsGzipped ? 0 : from;
        if (!IsGzipped) return _file;
        var content = new GZipStream(_file, CompressionMode.Decompress);
        Skip(content, from);
        return content;
    }

    public void Dispose() => _file.Dispose();

    private static FileFormat FormatOf(FileStream file, bool isGzipped)
    {
        file.Position = 0;
        var head = new byte[HeadLength];
        if (!isGzipped) return FileFormats.Of(head.AsSpan(0, file.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)));
        using var content = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        return FileFormats.Of(head.AsSpan(0, content.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)));
    }

    // Five gigabytes are not read twice to know them again: the length and both ends tell files apart well enough.
    private static string FingerprintOf(FileStream file)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(file.Length));
        var piece = new byte[HeadLength];
        foreach (var position in (long[])[0, Math.Max(0, file.Length - HeadLength)])
        {
            file.Position = position;
            hash.AppendData(piece, 0, file.ReadAtLeast(piece, HeadLength, throwOnEndOfStream: false));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Skip(Stream content, long bytes)
    {
        var dropped = new byte[1 << 18];
        while (bytes > 0)
        {
            var count = content.Read(dropped, 0, (int)Math.Min(dropped.Length, bytes));
            if (count == 0) throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The file ends {bytes} bytes before the place to go on from."));
            bytes -= count;
        }
    }
}
