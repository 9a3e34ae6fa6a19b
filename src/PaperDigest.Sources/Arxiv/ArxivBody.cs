using System.IO.Compression;

namespace PaperDigest.Sources.Arxiv;

/// <summary>An answer's body, received and unpacked within a bound.</summary>
internal static class ArxivBody
{
    /// <summary>
    /// The bytes, unpacked; null when they are more than <paramref name="longest"/>, before or after. What is packed tells itself by its
    /// first two bytes: servers in between forget the header, or keep it when they have unpacked the body.
    /// </summary>
    public static async Task<byte[]?> ReadAsync(HttpContent content, int longest, CancellationToken cancel)
    {
        if (content.Headers.ContentLength > longest)
            return null;
        await using var received = await content.ReadAsStreamAsync(cancel);
        var body = await AllOf(received, longest, cancel);
        if (body is not [0x1f, 0x8b, ..])
            return body;
        await using var unpacked = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        return await AllOf(unpacked, longest, cancel);
    }

    private static async Task<byte[]?> AllOf(Stream stream, int longest, CancellationToken cancel)
    {
        using var body = new MemoryStream();
        var piece = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(piece, cancel)) > 0;)
        {
            if (body.Length + read > longest)
                return null;
            body.Write(piece, 0, read);
        }
        return body.ToArray();
    }
}
