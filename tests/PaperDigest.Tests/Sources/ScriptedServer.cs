using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PaperDigest.Tests.Sources;

/// <summary>A real HTTP server on loopback that gives prepared answers, one to a connection, and keeps what it was asked.</summary>
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

    /// <summary>The head of each request, in order.</summary>
    public List<string> Requests { get; } = [];

    public static byte[] Answer(string body, int status = 200, string headers = "") => Answer(Encoding.UTF8.GetBytes(body), status, headers);

    public static byte[] Answer(byte[] body, int status = 200, string headers = "") =>
        [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status} X\r\nConnection: close\r\nContent-Length: {body.Length}\r\n{headers}\r\n"), .. body];

    /// <summary>Closes the connection without a word.</summary>
    public static byte[] Drop() => [];

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await using var stream = client.GetStream();
                Requests.Add(await Head(stream));
                await stream.WriteAsync(answers.Count > 0 ? answers.Dequeue() : Answer("script is over", 410), stop.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task<string> Head(NetworkStream stream)
    {
        var head = new StringBuilder();
        var piece = new byte[4096];
        while (!head.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(piece, stop.Token);
            if (read == 0)
                break;
            head.Append(Encoding.ASCII.GetString(piece, 0, read));
        }
        return head.ToString();
    }
}
