using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaperDigest.Tests.Sources;

/// <summary>A real HTTP server on loopback that gives prepared answers in order and keeps what it was asked.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Queue<byte[]> answers;
    private readonly Task serving;

    public ScriptedServer(params byte[][] script)
    {
        answers = new Queue<byte[]>(script);
        listener.Start();
        serving = Serve();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Each request, its head and what it brought, in order.</summary>
    public List<string> Requests { get; } = [];

    public static byte[] Answer(string body, int status = 200, string headers = "") => Answer(Encoding.UTF8.GetBytes(body), status, headers);

    public static byte[] Answer(byte[] body, int status = 200, string headers = "") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body];

    /// <summary>An answer after which the connection stays open for another request.</summary>
    public static byte[] KeptOpen(string body) => Encoding.UTF8.GetBytes($"HTTP/1.1 200 X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

    /// <summary>Closes the connection without a word.</summary>
    public static byte[] Drop() => [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await serving;
        listener.Stop();
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await Talk(client);
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient client)
    {
        try
        {
            await using var stream = client.GetStream();
            while (await Head(stream) is { Length: > 0 } head)
            {
                Requests.Add(head);
                var answer = answers.Count > 0 ? answers.Dequeue() : Answer("script is over", 410);
                await stream.WriteAsync(answer, stop.Token);
                if (answer.Length == 0 || answer.AsSpan().IndexOf("Connection: close"u8) >= 0)
                    break;
            }
        }
        catch (IOException)
        {
            // The client hung up in the middle, as it does on an answer that is too long.
        }
    }

    private async Task<string> Head(NetworkStream stream)
    {
        var head = new StringBuilder();
        var piece = new byte[4096];
        while (!IsWhole(head.ToString()))
        {
            var read = await stream.ReadAsync(piece, stop.Token);
            if (read == 0)
                break;
            head.Append(Encoding.ASCII.GetString(piece, 0, read));
        }
        return head.ToString();
    }

    /// <summary>Whether a request is there with its body, if it has one.</summary>
    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0) return false;
        var length = request[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length: ", StringComparison.Ordinal));
        return length is null || request.Length >= end + 4 + int.Parse(length["Content-Length: ".Length..], CultureInfo.InvariantCulture);
    }
}
