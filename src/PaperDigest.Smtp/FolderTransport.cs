using System.Security.Cryptography;
using System.Text;

namespace PaperDigest.Smtp;

/// <summary>
/// Writes each message to a folder instead of sending it: one file, whole or not at all, named after its Message-ID so that a
/// repeat replaces it.
/// </summary>
public sealed class FolderTransport(string folder) : IMailTransport
{
    private const int LongestName = 120;

    public async Task<SendOutcome> SendAsync(
        Envelope envelope,
        ReadOnlyMemory<byte> message,
        Func<CancellationToken, ValueTask<bool>> beforeBody,
        CancellationToken cancellationToken)
    {
        if (!await beforeBody(cancellationToken))
            return new SendOutcome.Abandoned();
        var name = NameOf(message.Span);
        var unfinished = Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            await WriteAsync(unfinished, message, cancellationToken);
            File.Move(unfinished, Path.Combine(folder, name), overwrite: true);
            return new SendOutcome.Accepted(new(250, $"2.0.0 written to {name}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.NotHandedOver(SendPhase.Message, HandOverFailure.FolderNotWritable, e.Message);
        }
        finally
        {
            Remove(unfinished);
        }
    }

    public Task<SendOutcome.NotHandedOver?> CheckAsync(CancellationToken cancellationToken)
    {
        var probe = Path.Combine(folder, $"{Path.GetRandomFileName()}.tmp");
        try
        {
            Directory.CreateDirectory(folder);
            File.Create(probe).Dispose();
            return Task.FromResult<SendOutcome.NotHandedOver?>(null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<SendOutcome.NotHandedOver?>(new(SendPhase.Connect, HandOverFailure.FolderNotWritable, e.Message));
        }
        finally
        {
            Remove(probe);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task WriteAsync(string path, ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
        await file.WriteAsync(message, cancellationToken);
        // A crash after the rename must not leave an empty file under the final name.
        file.Flush(flushToDisk: true);
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left behind, it harms nothing: it does not end in .eml.
        }
    }

    private static string NameOf(ReadOnlySpan<byte> message)
    {
        var id = MessageIdIn(message);
        var name = string.Concat(id.Take(LongestName).Select(c => IsSafe(c) ? c : '_')).TrimStart('.');
        // Two ids may become the same name, or there may be none: then the octets tell them apart.
        if (name.Length == 0 || name != id)
            name += '-' + Convert.ToHexStringLower(SHA256.HashData(id.Length > 0 ? Encoding.UTF8.GetBytes(id) : message).AsSpan(0, 8));
        return name + ".eml";
    }

    private static bool IsSafe(char c) => char.IsAsciiLetterOrDigit(c) || c is '@' or '-' or '_' or '+' or '.';

    private static string MessageIdIn(ReadOnlySpan<byte> message)
    {
        var end = message.IndexOf("\r\n\r\n"u8);
        var headers = Encoding.Latin1.GetString(end < 0 ? message : message[..end]);
        foreach (var line in headers.Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n"))
        {
            if (line.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))
                return line["Message-ID:".Length..].Trim().Trim('<', '>');
        }
        return "";
    }
}
