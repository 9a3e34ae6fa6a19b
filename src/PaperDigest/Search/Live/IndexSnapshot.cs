using System.Security.Cryptography;
using PaperDigest.Database;

namespace PaperDigest.Search;

/// <summary>
/// The index in a file of the data folder, so that the next start need not read the catalogue: about 600 bytes a paper. A file
/// that is missing, broken or of another layout is as good as none. Several processes may share the folder.
/// </summary>
internal sealed class IndexSnapshot(DataFolder folder, ILogger<IndexSnapshot> log)
{
    private const string Name = "search.index";

    private string Path => folder.Within(Name);

    public void Write(PaperIndex index)
    {
        var beside = $"{Path}.{Environment.ProcessId}";
        try
        {
            Directory.CreateDirectory(folder.Path);
            using (var hash = SHA256.Create())
            {
                using var file = File.Create(beside);
                using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true)) index.Save(hashed);
                file.Write(hash.Hash);
            }
            File.Move(beside, Path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("The search index could not be kept in {Path}: {Reason}", Path, e.Message);
            File.Delete(beside);
        }
    }

    /// <summary>Null when there is no snapshot to begin with.</summary>
    public PaperIndex? Read()
    {
        if (!File.Exists(Path)) return null;
        try
        {
            using var file = File.OpenRead(Path);
            if (!IsWhole(file)) return null;
            file.Position = 0;
            using var buffered = new BufferedStream(file, 1 << 20);
            return PaperIndex.Load(buffered);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            log.LogWarning("The search index in {Path} could not be used and is built anew: {Reason}", Path, e.Message);
            return null;
        }
    }

    private static bool IsWhole(FileStream file)
    {
        var content = file.Length - SHA256.HashSizeInBytes;
        if (content <= 0) return false;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var bytes = new byte[1 << 20];
        for (var left = content; left > 0;)
        {
            var read = file.Read(bytes, 0, (int)Math.Min(bytes.Length, left));
            hash.AppendData(bytes, 0, read);
            left -= read;
        }
        var expected = new byte[SHA256.HashSizeInBytes];
        file.ReadExactly(expected);
        return hash.GetHashAndReset().SequenceEqual(expected);
    }
}
