using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaperDigest.Benchmarks;

/// <summary>
/// Asks one address as fast as it answers, over a fixed number of kept connections. Written on the socket, because a full
/// client would cost more than the server that is measured.
/// </summary>
internal static class HttpLoad
{
    private const int Connections = 16;

    /// <summary>Requests per second answered with 200 during <paramref name="time"/>.</summary>
    /// <exception cref="InvalidOperationException">When an answer is anything else.</exception>
    public static async Task<double> RunAsync(int port, string path, TimeSpan time, string headers = "")
    {
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(() => AskAsync(port, Request(port, path, headers), watch, time))));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    private static byte[] Request(int port, string path, string headers) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n{headers}\r\n");

    private static async Task<int> AskAsync(int port, byte[] request, Stopwatch watch, TimeSpan time)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, port);
        var buffer = new byte[1 << 20];
        var count = 0;
        while (watch.Elapsed < time)
        {
            await socket.SendAsync(request);
            await ReadAnswerAsync(socket, buffer);
            count++;
        }
        return count;
    }

    private static async Task ReadAnswerAsync(Socket socket, byte[] buffer)
    {
        int have = 0, end = -1;
        while (end < 0)
        {
            have += await ReceiveAsync(socket, buffer.AsMemory(have));
            end = buffer.AsSpan(0, have).IndexOf("\r\n\r\n"u8);
        }
        var head = Encoding.ASCII.GetString(buffer, 0, end);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(head);
        have -= end + 4;
        if (Header(head, "Content-Length: ") is { } length)
        {
            for (var missing = int.Parse(length, System.Globalization.CultureInfo.InvariantCulture) - have; missing > 0;)
                missing -= await ReceiveAsync(socket, buffer.AsMemory(0, Math.Min(missing, buffer.Length)));
            return;
        }
        // Chunked: the last chunk is empty, and nothing follows it before the next request.
        buffer.AsSpan(end + 4, have).CopyTo(buffer);
        while (!buffer.AsSpan(0, have).EndsWith("0\r\n\r\n"u8)) have += await ReceiveAsync(socket, buffer.AsMemory(have));
    }

    private static async Task<int> ReceiveAsync(Socket socket, Memory<byte> buffer)
    {
        var count = await socket.ReceiveAsync(buffer);
        return count > 0 ? count : throw new InvalidOperationException("The server closed the connection.");
    }

    private static string? Header(string head, string name)
    {
        var at = head.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : head[(at + name.Length)..].Split('\r')[0];
    }
}
