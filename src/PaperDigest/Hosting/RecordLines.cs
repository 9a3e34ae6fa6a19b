using System.IO.Compression;
using System.Text.Json;

namespace PaperDigest.Hosting;

/// <summary>Reads a file of one record a line, gzipped or not, whole into memory: collections to measure by are small.</summary>
internal static class RecordLines
{
    /// <param name="path">Where a file of that name with <c>.gz</c> appended is there, that is read instead.</param>
    /// <param name="read">Makes a record of a line; throws <see cref="FormatException"/> or <see cref="JsonException"/> for one that is wrong.</param>
    /// <exception cref="InvalidDataException">With the file, the line and what is wrong there.</exception>
    public static async Task<List<T>> ReadAsync<T>(string path, Func<string, T> read, CancellationToken cancel)
    {
        if (File.Exists(path + ".gz")) path += ".gz";
        if (!File.Exists(path)) throw new InvalidDataException($"There is no file '{path}'.");
        var rows = new List<T>();
        var number = 0;
        try
        {
            await using var file = File.OpenRead(path);
            await using var content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
            using var lines = new StreamReader(content);
            while (await lines.ReadLineAsync(cancel) is { } line)
            {
                number++;
                if (!string.IsNullOrWhiteSpace(line)) rows.Add(read(line));
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidDataException)
        {
            throw new InvalidDataException($"{path}, line {number}: {e.Message}", e);
        }
        return rows.Count > 0 ? rows : throw new InvalidDataException($"{path} is empty.");
    }
}
