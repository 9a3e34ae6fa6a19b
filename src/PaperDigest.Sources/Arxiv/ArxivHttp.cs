using System.Net;
using System.Net.Sockets;

namespace PaperDigest.Sources.Arxiv;

/// <summary>The HTTP client for arXiv: one connection at a time, and one request on the wire for each one made.</summary>
public static class ArxivHttp
{
    private static readonly HttpRequestOptionsKey<HashSet<string>> Connected = new("PaperDigest.Connected");

    /// <summary>A client without a time limit of its own, as <see cref="ArxivSettings"/> bounds each attempt.</summary>
    public static HttpClient NewClient() => new(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The handler of <see cref="NewClient"/>, for clients made elsewhere.</summary>
    public static SocketsHttpHandler NewHandler() => new()
    {
        // Each redirection is a request, which has to wait for its turn.
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectCallback = ConnectOnce,
        ConnectTimeout = TimeSpan.FromSeconds(30),
        MaxConnectionsPerServer = 1,
        PooledConnectionLifetime = TimeSpan.Zero,
        UseCookies = false,
    };

    // When a server closes without an answer, .NET repeats a GET up to three times at once, past arXiv's three seconds
    // and without a word. Each repetition needs a new connection, so the second to one server within a request is denied,
    // and no connection outlives its request: at three seconds between requests that costs nothing.
    private static async ValueTask<Stream> ConnectOnce(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var options = context.InitialRequestMessage.Options;
        if (!options.TryGetValue(Connected, out var servers))
            options.Set(Connected, servers = []);
        if (!servers.Add($"{context.DnsEndPoint.Host}:{context.DnsEndPoint.Port}"))
            throw new IOException("The server closed the connection without an answer.");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
